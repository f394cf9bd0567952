package dev.parallax.workload.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.PointBlock;
import dev.parallax.workload.sweep.design.Saltelli;
import dev.parallax.workload.sweep.parameter.Distribution;
import dev.parallax.workload.sweep.parameter.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensitivityTest {

  private static double[] responses(Saltelli design, ToDoubleFunction<double[]> model) {
    int size = (int) design.size();
    Design.Pass pass = design.decoder().open(PointBlock.of(new Block(0, 0, size)), new double[0]);
    double[] point = new double[design.names().size()];
    return IntStream.range(0, size)
        .mapToDouble(
            i -> {
              pass.decode(i, point);
              return model.applyAsDouble(point);
            })
        .toArray();
  }

  private static List<Variable> variables(int count) {
    return IntStream.range(0, count)
        .mapToObj(p -> new Variable("x" + p, Distribution.uniform(0, 1)))
        .toList();
  }

  /** Of x0 + 2 x1 + 0 x2, the parts are 1/5, 4/5 and 0, and none is shared. */
  @Test
  void partsOfASumAreThoseOfItsVariance() {
    double[] responses =
        responses(Saltelli.scrambled(variables(3), 4096, 1), x -> 1000 + x[0] + 2 * x[1]);
    Sensitivity found = Sensitivity.of(responses, 3);
    double[] parts = {0.2, 0.8, 0};
    for (int p = 0; p < 3; p++) {
      Sensitivity.Index first = found.first().get(p);
      Sensitivity.Index total = found.total().get(p);
      assertEquals(parts[p], first.value(), 3 * first.standardError() + 1e-12);
      assertEquals(parts[p], total.value(), 3 * total.standardError() + 1e-12);
      assertTrue(first.standardError() < 0.02);
      assertTrue(total.standardError() < 0.02);
    }
    assertEquals(0, found.first().get(2).value(), "a parameter that is not used");
    assertEquals(4096, found.rows());
  }

  /** Whole responses are exact at any offset and in any unit, and so are their indices. */
  @Test
  void neitherOffsetNorUnitChangesAnIndex() {
    double[] whole =
        responses(
            Saltelli.scrambled(variables(2), 512, 3), x -> Math.rint(64 * (x[0] + x[0] * x[1])));
    Sensitivity plain = Sensitivity.of(whole, 2);
    for (double offset : new double[] {1e3, 1e9, 0x1p50}) {
      for (int exponent : new int[] {-600, 0, 600}) {
        double[] moved = Arrays.stream(whole).map(v -> Math.scalb(v + offset, exponent)).toArray();
        Sensitivity found = Sensitivity.of(moved, 2);
        for (int p = 0; p < 2; p++) {
          assertEquals(plain.first().get(p).value(), found.first().get(p).value(), 1e-14);
          assertEquals(plain.total().get(p).value(), found.total().get(p).value(), 1e-14);
          double error = plain.first().get(p).standardError();
          assertEquals(error, found.first().get(p).standardError(), 1e-12);
        }
      }
    }
  }

  /** The jackknife's errors are the spread of the indices over independent samples. */
  @Test
  void errorsAreTheSpreadOverSamples() {
    int samples = 300;
    int rows = 200;
    double[] first = new double[samples];
    double[] total = new double[samples];
    double firstError = 0;
    double totalError = 0;
    RandomStream random = RandomStream.of(1, Purpose.SYNTHETIC, 0);
    for (int s = 0; s < samples; s++) {
      double[] responses = new double[4 * rows];
      for (int r = 0; r < rows; r++) {
        double[] a = {random.nextDouble(), random.nextDouble()};
        double[] b = {random.nextDouble(), random.nextDouble()};
        responses[4 * r] = product(a[0], a[1]);
        responses[4 * r + 1] = product(b[0], b[1]);
        responses[4 * r + 2] = product(b[0], a[1]);
        responses[4 * r + 3] = product(a[0], b[1]);
      }
      Sensitivity found = Sensitivity.of(responses, 2);
      first[s] = found.first().get(0).value();
      total[s] = found.total().get(0).value();
      firstError += found.first().get(0).standardError() / samples;
      totalError += found.total().get(0).standardError() / samples;
    }
    // A standard deviation of 300 is known to 4 %; the jackknife of 200 rows is a little off too.
    assertEquals(1, firstError / deviation(first), 0.2);
    assertEquals(1, totalError / deviation(total), 0.2);
  }

  /** By definition: the indices without each row, of which each set has a mean of its own. */
  @Test
  void errorsAreTheJackknifes() {
    int rows = 7;
    double[] responses =
        responses(Saltelli.of(variables(2), 8), x -> 3 + x[0] * x[0] + x[0] * x[1]);
    double[] some = Arrays.copyOf(responses, 4 * rows);
    Sensitivity found = Sensitivity.of(some, 2);
    double[] first = new double[rows];
    double[] total = new double[rows];
    for (int row = 0; row < rows; row++) {
      double[] others = new double[4 * (rows - 1)];
      System.arraycopy(some, 0, others, 0, 4 * row);
      System.arraycopy(some, 4 * (row + 1), others, 4 * row, others.length - 4 * row);
      Sensitivity without = Sensitivity.of(others, 2);
      first[row] = without.first().get(0).value();
      total[row] = without.total().get(1).value();
    }
    double scale = (rows - 1) / Math.sqrt(rows);
    assertEquals(scale * deviation(first), found.first().get(0).standardError(), 1e-12);
    assertEquals(scale * deviation(total), found.total().get(1).standardError(), 1e-12);
    Sensitivity one = Sensitivity.of(Arrays.copyOf(some, 4), 2);
    assertTrue(Double.isNaN(one.first().get(0).standardError()), "one row");
  }

  private static double product(double x, double y) {
    return (x + 0.5) * (y + 0.5);
  }

  private static double deviation(double[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double squares =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  @Test
  void rowsWithoutAValueAreLeftOutAndConstantsHaveNoIndex() {
    double[] responses = responses(Saltelli.of(variables(2), 64), x -> x[0] * x[1]);
    double[] some = responses.clone();
    some[4 * 10 + 3] = Double.NaN;
    some[4 * 20] = Double.POSITIVE_INFINITY;
    Sensitivity found = Sensitivity.of(some, 2);
    assertEquals(62, found.rows());
    assertEquals(2, found.left());
    assertTrue(Double.isFinite(found.first().get(0).value()));
    Sensitivity none = Sensitivity.of(new double[4 * 64], 2);
    assertTrue(Double.isNaN(none.first().get(0).value()));
    Arrays.fill(some, Double.NaN);
    Sensitivity empty = Sensitivity.of(some, 2);
    assertEquals(0, empty.rows());
    assertTrue(Double.isNaN(empty.total().get(1).value()));
  }
}
