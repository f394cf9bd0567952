package dev.parallax.workload.sweep.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.workload.sweep.parameter.Distribution;
import dev.parallax.workload.sweep.parameter.Variable;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.primes.Primes;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {
  private static final int MOST_SHARES = 64;

  private static List<Variable> cube(int dimension) {
    return IntStream.range(0, dimension)
        .mapToObj(p -> new Variable("x" + p, Distribution.uniform(0, 1)))
        .toList();
  }

  private static double[] point(Design design, long item) {
    double[] point = new double[design.names().size()];
    design.decoder().open(PointBlock.of(new Block(0, item, 1)), new double[0]).decode(item, point);
    return point;
  }

  /**
   * The figures are those on Joe and Kuo's page of their generator, for 10 points in 3 dimensions.
   */
  @Test
  void sobolBeginsAsItsAuthorsSay() {
    Design design = Sampled.sobol(cube(3), 10);
    double[][] published = {
      {0, 0, 0},
      {0.5, 0.5, 0.5},
      {0.75, 0.25, 0.25},
      {0.25, 0.75, 0.75},
      {0.375, 0.375, 0.625},
      {0.875, 0.875, 0.125},
      {0.625, 0.125, 0.875},
      {0.125, 0.625, 0.375},
      {0.1875, 0.3125, 0.9375},
      {0.6875, 0.8125, 0.4375}
    };
    for (int i = 0; i < published.length; i++) {
      assertArrayEquals(published[i], point(design, i), "point " + i);
    }
  }

  @Test
  void sobolIsThatOfCommonsMathInEveryDimension() {
    Design design = Sampled.sobol(cube(1000), 1L << 40);
    SobolSequenceGenerator theirs = new SobolSequenceGenerator(1000);
    for (int i = 0; i < 100; i++) {
      assertArrayEquals(theirs.nextVector(), point(design, i), "point " + i);
    }
    for (int i : new int[] {1 << 20, 123_456_789, Integer.MAX_VALUE - 1}) {
      assertArrayEquals(theirs.skipTo(i), point(design, i), "point " + i);
    }
  }

  /** As many points in a row as a power of two, from a multiple of it on, have a cell each. */
  @Test
  void sobolStaysEvenBeyondWhatAnIntCounts() {
    long first = (1L << 40) + 5 * MOST_SHARES;
    Design design = Sampled.sobol(cube(7), 1L << 41);
    for (int p = 0; p < 7; p++) {
      BitSet cells = new BitSet();
      for (int i = 0; i < MOST_SHARES; i++) {
        cells.set((int) (point(design, first + i)[p] * MOST_SHARES));
      }
      assertEquals(MOST_SHARES, cells.cardinality(), "dimension " + p);
    }
  }

  /** Halton (1960): the index's digits in base 2, 3 and 5, mirrored; point 0 is the origin. */
  @Test
  void haltonBeginsAsItIsDefined() {
    Design design = Sampled.halton(cube(3), 10);
    double[][] published = {
      {0, 0, 0},
      {1 / 2.0, 1 / 3.0, 1 / 5.0},
      {1 / 4.0, 2 / 3.0, 2 / 5.0},
      {3 / 4.0, 1 / 9.0, 3 / 5.0},
      {1 / 8.0, 4 / 9.0, 4 / 5.0},
      {5 / 8.0, 7 / 9.0, 1 / 25.0},
      {3 / 8.0, 2 / 9.0, 6 / 25.0},
      {7 / 8.0, 5 / 9.0, 11 / 25.0},
      {1 / 16.0, 8 / 9.0, 16 / 25.0}
    };
    for (int i = 0; i < published.length; i++) {
      assertArrayEquals(published[i], point(design, i), "point " + i);
    }
  }

  @Test
  void haltonIsThatOfCommonsMathWithoutItsWeights() {
    int[] primes = IntStream.iterate(2, p -> Primes.nextPrime(p + 1)).limit(40).toArray();
    HaltonSequenceGenerator theirs = new HaltonSequenceGenerator(40, primes, null);
    Design design = Sampled.halton(cube(40), 1L << 40);
    for (int i : new int[] {1, 2, 3, 172, 173, 1000, 99_999, 2_000_000_000}) {
      assertArrayEquals(theirs.skipTo(i), point(design, i), 1e-15, "point " + i);
    }
    for (double coordinate : point(design, (1L << 40) - 1)) {
      assertTrue(coordinate >= 0 && coordinate < 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,3", "2,1", "3,2", "5,5", "7,1", "10,2", "101,3", "1000,2", "4097,2", "65537,1"})
  void eachShareOfALatinHypercubeHoldsOnePoint(int size, int dimension) {
    for (long seed = 1; seed <= 2; seed++) {
      Design design = Sampled.latinHypercube(cube(dimension), size, seed);
      for (int p = 0; p < dimension; p++) {
        BitSet cells = new BitSet();
        for (int i = 0; i < size; i++) {
          BigDecimal exact = new BigDecimal(point(design, i)[p]).multiply(new BigDecimal(size));
          cells.set(exact.toBigInteger().intValueExact());
        }
        assertEquals(size, cells.cardinality(), "dimension " + p);
        assertEquals(size, cells.length(), "dimension " + p);
      }
    }
  }

  /** Where a cell is narrower than what a sum of its number and a fraction can tell apart. */
  @Test
  void roundingsDoNotLeaveACell() {
    long size = (1L << 51) + 1;
    Design design = Sampled.latinHypercube(cube(2), size, 3);
    for (int i = 0; i < 2000; i++) {
      for (double coordinate : point(design, i)) {
        assertTrue(coordinate >= 0 && coordinate < 1);
      }
    }
  }

  @Test
  void theCellsOfTwoDimensionsAreUnrelated() {
    int size = 10_000;
    Design design = Sampled.latinHypercube(cube(2), size, 1);
    double products = 0;
    for (int i = 0; i < size; i++) {
      double[] point = point(design, i);
      products += (point[0] - 0.5) * (point[1] - 0.5);
    }
    double correlation = 12 * products / size;
    assertTrue(Math.abs(correlation) < 4 / Math.sqrt(size), "correlation " + correlation);
  }

  @Test
  void scramblingShiftsEveryPointAlike() {
    Design plain = Sampled.sobol(cube(2), 100);
    Design shifted = Sampled.scrambledSobol(cube(2), 100, 1);
    double[] shift = point(shifted, 0);
    for (int i = 0; i < 100; i++) {
      for (int p = 0; p < 2; p++) {
        double expected = (point(plain, i)[p] + shift[p]) % 1;
        assertEquals(expected, point(shifted, i)[p], 1e-15);
      }
    }
    assertNotEquals(shift[0], point(Sampled.scrambledSobol(cube(2), 100, 2), 0)[0]);
    assertArrayEquals(shift, point(Sampled.scrambledHalton(cube(2), 100, 1), 0));
  }

  /** A design that is made longer keeps its first points. */
  @Test
  void theFirstPointsOfALongerDesignAreThoseOfTheShorter() {
    List<Variable> cube = cube(3);
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(
          point(Sampled.uniform(cube, 10, 7), i), point(Sampled.uniform(cube, 1000, 7), i));
      assertArrayEquals(point(Sampled.sobol(cube, 10), i), point(Sampled.sobol(cube, 1000), i));
      assertArrayEquals(point(Sampled.halton(cube, 10), i), point(Sampled.halton(cube, 1000), i));
      assertArrayEquals(point(Saltelli.of(cube, 2), i), point(Saltelli.of(cube, 1000), i));
    }
  }

  @Test
  void aRowOfSaltelliIsTwoPointsAndOneForEachParameter() {
    Design six = Sampled.sobol(cube(6), 10);
    Design design = Saltelli.of(cube(3), 10);
    assertEquals(50, design.size());
    for (int row = 0; row < 10; row++) {
      double[] both = point(six, row);
      double[] a = {both[0], both[1], both[2]};
      double[] b = {both[3], both[4], both[5]};
      assertArrayEquals(a, point(design, 5 * row));
      assertArrayEquals(b, point(design, 5 * row + 1));
      assertArrayEquals(new double[] {b[0], a[1], a[2]}, point(design, 5 * row + 2));
      assertArrayEquals(new double[] {a[0], b[1], a[2]}, point(design, 5 * row + 3));
      assertArrayEquals(new double[] {a[0], a[1], b[2]}, point(design, 5 * row + 4));
    }
  }

  @Test
  void whatIsWrongIsSaid() {
    assertComplaint("1000 dimensions at most, not 1001", () -> Sampled.sobol(cube(1001), 8));
    assertComplaint("40 dimensions at most, not 41", () -> Sampled.halton(cube(41), 8));
    assertComplaint("500 parameters at most", () -> Saltelli.of(cube(501), 8));
    assertEquals(1000, Sampled.sobol(cube(1000), 8).names().size());
    assertEquals(500, Saltelli.of(cube(500), 8).names().size());
    assertComplaint("1 .. 2^52, not 0", () -> Sampled.uniform(cube(1), 0, 1));
    assertComplaint("1 .. 2^52, not 0", () -> Sampled.latinHypercube(cube(1), 0, 1));
    List<Variable> twice = List.of(cube(1).get(0), cube(1).get(0));
    assertComplaint("'x0' is given more than once", () -> Sampled.uniform(twice, 5, 1));
    List<Variable> normal = List.of(new Variable("z", Distribution.normal(0, 1)));
    assertComplaint("no value at the origin", () -> Sampled.sobol(normal, 5));
    assertComplaint("no value at the origin", () -> Sampled.halton(normal, 5));
    assertComplaint("no value at the origin", () -> Saltelli.of(normal, 5));
    assertTrue(Double.isFinite(point(Sampled.scrambledSobol(normal, 5, 1), 0)[0]));
  }

  private static void assertComplaint(String part, Runnable made) {
    String message = assertThrows(IllegalArgumentException.class, made::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
