package dev.parallax.bootstrap.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.permutation.DecimalColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What half a unit in the last place of each number does to a statistic, four of them at most. */
class DataRoundingTest {
  private static final double[] X = {1000.25, 1003, 1001, 1007.5, 1000.25};

  /** All numbers up: a sum moves by as many units as there are rows. */
  @Test
  void sumsMoveWithAllOfTheirNumbers() {
    double unit = Math.ulp(1007.5);
    double[] rounding =
        DataRounding.of(
            c -> new double[] {Arrays.stream(c[0]).sum(), -3 * c[0][1], 7}, new double[][] {X}, 1);
    assertArrayEquals(new double[] {4 * 5 * unit, 4 * 3 * unit, 0}, rounding, 1e-6 * unit);
  }

  /** What grows where the other column is above its mean, and falls where not: a slope does. */
  @Test
  void againstTheOtherColumn() {
    int n = 101;
    double[] x = new double[n];
    double[] y = new double[n];
    Arrays.setAll(x, row -> row - 50.0); // the middle one is the mean, and so is not above it
    Arrays.setAll(y, row -> 512 + new SplittableRandom(row).nextDouble());
    DataRounding.Values alike =
        c -> {
          double sum = 0;
          for (int row = 0; row < n; row++) {
            sum += x[row] > 0 ? c[1][row] : -c[1][row];
          }
          return new double[] {sum};
        };
    double unit = Math.ulp(512.5);
    double[] rounding = DataRounding.of(alike, new double[][] {x, y}, 2);
    assertEquals(4 * n * unit, rounding[0], 1e-3 * unit);
    double[] first =
        DataRounding.of(c -> alike.of(new double[][] {c[1], c[0]}), new double[][] {y, x}, 1);
    assertEquals(4 * n * unit, first[0], 1e-3 * unit);
    assertArrayEquals(new double[] {0}, DataRounding.of(alike, new double[][] {x, y}, 1));
  }

  /** Numbers move apart from each other, but equal ones stay equal. */
  @Test
  void differencesOfTwoRows() {
    double[] rounding =
        DataRounding.of(
            c -> new double[] {c[0][0] - c[0][4], c[0][0] - c[0][1], c[0][2] - c[0][3]},
            new double[][] {X},
            1);
    double unit = Math.ulp(1007.5);
    assertEquals(0, rounding[0]);
    assertEquals(8 * unit, rounding[1], 1e-6 * unit);
    assertEquals(8 * unit, rounding[2], 1e-6 * unit);
  }

  /** Moves are 2^20 units, or a 4096th of the range, but one unit at least. */
  @Test
  void howFarNumbersMove() {
    assertEquals(0x1p20 * Math.ulp(3.0), move(new double[] {-3, 0, 2}), 1e-15);
    double unit = Math.ulp(0x1p30);
    assertEquals(4096 * unit / 4096, move(new double[] {0x1p30, 0x1p30 + 4096 * unit}), 1e-12);
    assertEquals(0x1p15 * unit, move(new double[] {0x1p30, 0x1p30 + 0x1p27 * unit}), 1e-9);
    assertEquals(unit, move(new double[] {0x1p30, 0x1p30 + unit}), 1e-12);
  }

  private static double move(double[] column) {
    List<Double> moves = new ArrayList<>();
    DataRounding.of(
        c -> {
          moves.add(Math.abs(c[0][0] - column[0]));
          return new double[] {0};
        },
        new double[][] {column},
        1);
    assertEquals(6, moves.size());
    assertEquals(0, moves.get(0));
    assertTrue(moves.stream().skip(1).allMatch(m -> m.equals(moves.get(1))), moves.toString());
    return moves.get(1);
  }

  /** A user's statistic may throw, or have no value, on data that it does not know. */
  @Test
  void whatThrowsOrHasNoValueMovesNothing() {
    double[] there = X.clone();
    assertArrayEquals(
        new double[] {0, 0},
        DataRounding.of(
            c -> {
              if (!Arrays.equals(c[0], there)) {
                throw new IllegalStateException("other data");
              }
              return new double[] {1, 2};
            },
            new double[][] {X},
            1));
    double unit = Math.ulp(1007.5);
    assertArrayEquals(
        new double[] {0, 4 * unit},
        DataRounding.of(
            c -> new double[] {c[0][0] == X[0] ? 1 : Double.NaN, c[0][0]}, new double[][] {X}, 1),
        1e-6 * unit);
  }

  @Test
  void unitsAndRanges() {
    assertEquals(Math.ulp(1024.0), DataRounding.unit(new double[] {3, -1024, 7}));
    assertEquals(1031, DataRounding.range(new double[] {3, -1024, 7}));
  }

  @Test
  void decimalsBeyondDoubt() {
    assertTrue(DecimalColumn.of(new double[] {0x1p53, 1}).sure());
    assertTrue(!DecimalColumn.of(new double[] {0x1p53 + 2, 1}).sure());
    assertTrue(!DecimalColumn.of(new double[] {-0x1p53 - 2, 1}).sure());
    assertTrue(!DecimalColumn.of(new double[] {0.1 + 0.2, 1}).sure());
    assertTrue(DecimalColumn.of(new double[] {0.123456789012345, 1}).sure());
    assertTrue(!DecimalColumn.of(new double[] {0.1234567890123456, 1}).sure());
  }

  /** Whole numbers of 61 bits are kept as longs, those of 62 not. */
  @Test
  void largeMultiples() {
    assertTrue(DecimalColumn.of(new double[] {0, 0x1p61 - 0x1p20}).fits());
    assertTrue(!DecimalColumn.of(new double[] {0, 0x1p61}).fits());
    assertTrue(!DecimalColumn.of(new double[] {1e-30, 1e30}).fits());
    assertEquals(0, DecimalColumn.of(new double[] {1e-30, 1e30}).small().length);
  }
}
