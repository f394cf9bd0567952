package dev.parallax.bootstrap.sample;

import dev.parallax.model.Exchange;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A statistic of values with measurement errors, extrapolated to values without: simulation and
 * extrapolation. Errors of 1/2, 1, 3/2 and 2 times the variance of those that the values have are
 * added to them, 50 times each, and the statistic as measured and its means are followed to where
 * there would be no errors: to -1 (see {@link Extrapolation}, {@link AddedErrors}).
 *
 * <p>The errors are normal, and drawn once for each row and set: a resample takes them with its
 * rows. Each set of errors is also taken with opposite signs. It is NaN where the statistic is for
 * one of the sets.
 *
 * <p>Its columns are those of {@link Statistic#measured}.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1994.10476871">Cook and Stefanski,
 *     Simulation-extrapolation estimation in parametric measurement error models (1994)</a>
 */
public final class Simex implements Statistic {
  private static final long serialVersionUID = 1L;

  /** How many sets of errors of each size, half of them the others with opposite signs. */
  private static final int SETS = 50;

  private static final int MOST_ROWS = 20_000;

  /** What is added in variances of the errors. */
  private static final double[] ADDED = {0.5, 1, 1.5, 2};

  private static final Extrapolation TO_NONE = new Extrapolation(ADDED);

  private final Statistic statistic;
  private final long seed;

  private Simex(Statistic statistic, long seed) {
    this.statistic = statistic;
    this.seed = seed;
  }

  /**
   * A statistic, extrapolated.
   *
   * @param seed what the errors come from
   * @throws IllegalArgumentException if the statistic compares samples, is of three columns or
   *     more, or takes errors itself
   */
  public static Simex of(Statistic statistic, long seed) {
    if (statistic.twoSamples() || statistic.columns() > 2 || statistic.measured() > 0) {
      throw new IllegalArgumentException(
          "simex is for a statistic of one or two columns that knows nothing of their errors");
    }
    return new Simex(statistic, seed);
  }

  @Override
  public int columns() {
    return statistic.columns() == 1 ? 2 : 5;
  }

  @Override
  public int measured() {
    return statistic.columns();
  }

  @Override
  public List<String> responses() {
    return statistic.responses();
  }

  @Override
  public List<Unit> units() {
    return statistic.units();
  }

  @Override
  public Optional<Exchange> exchange() {
    return statistic.exchange();
  }

  @Override
  public Range range(int value) {
    return statistic.range(value);
  }

  @Override
  public Prepared prepare(double[][] columns) {
    int values = statistic.columns();
    double[][] measured = Arrays.copyOf(columns, values);
    if (columns[0].length > MOST_ROWS) {
      throw new IllegalArgumentException(
          "simex keeps " + SETS * ADDED.length + " copies: it is for up to " + MOST_ROWS + " rows");
    }
    Prepared[] sets = new Prepared[1 + ADDED.length * SETS];
    sets[0] = statistic.prepare(measured);
    if (!(sets[0].evaluator() instanceof Weighted)) {
      throw new IllegalArgumentException(
          "simex is for a statistic that takes weights, as mean, sd, pearson or slope does: one that"
              + " moves in steps cannot be extrapolated");
    }
    addErrors(columns, measured, sets);
    return () -> new Extrapolated(sets, responses().size());
  }

  /** The statistic with each set of errors, behind the statistic as measured. */
  private void addErrors(double[][] columns, double[][] measured, Prepared[] sets) {
    int values = measured.length;
    double[][] deviations = Arrays.copyOfRange(columns, values, 2 * values);
    AddedErrors added = new AddedErrors(measured, deviations, values == 2 ? columns[4] : null);
    for (int pair = 0; pair < SETS / 2; pair++) {
      double[][] errors = added.draw(RandomStream.of(seed, Purpose.SYNTHETIC, pair));
      for (int size = 0; size < ADDED.length; size++) {
        double root = Math.sqrt(ADDED[size]);
        int first = 1 + size * SETS + 2 * pair;
        sets[first] = statistic.prepare(sum(measured, errors, root));
        sets[first + 1] = statistic.prepare(sum(measured, errors, -root));
      }
    }
  }

  private static double[][] sum(double[][] values, double[][] errors, double factor) {
    double[][] sums = new double[values.length][values[0].length];
    for (int c = 0; c < values.length; c++) {
      for (int row = 0; row < sums[c].length; row++) {
        sums[c][row] = values[c][row] + factor * errors[c][row];
      }
    }
    return sums;
  }

  /** One thread's own. */
  private static final class Extrapolated implements Weighted {
    private final Weighted[] sets;
    private final double[] own;
    private final double[][] means;

    Extrapolated(Prepared[] prepared, int values) {
      sets = new Weighted[prepared.length];
      Arrays.setAll(sets, k -> (Weighted) prepared[k].evaluator());
      own = new double[values];
      means = new double[values][1 + ADDED.length];
    }

    @Override
    public double evaluate(Resample resample) {
      if (own.length > 1) {
        throw new UnsupportedOperationException("the statistic has several values");
      }
      double[] value = new double[1];
      evaluate(resample, value);
      return value[0];
    }

    @Override
    public void evaluate(Resample resample, double[] values) {
      all((set, into) -> set.evaluate(resample, into), values);
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      all((set, into) -> set.weigh(weights, into), values);
    }

    private void all(BiConsumer<Weighted, double[]> of, double[] values) {
      for (double[] mean : means) {
        Arrays.fill(mean, 0);
      }
      for (int set = 0; set < sets.length; set++) {
        of.accept(sets[set], own);
        int size = set == 0 ? 0 : 1 + (set - 1) / SETS;
        double share = set == 0 ? 1 : 1.0 / SETS;
        for (int k = 0; k < own.length; k++) {
          means[k][size] += share * own[k];
        }
      }
      for (int k = 0; k < own.length; k++) {
        values[k] = TO_NONE.of(means[k]);
      }
    }
  }
}
