package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Exchange;
import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.Translation;
import dev.parallax.statistic.sums.WithWeights;
import dev.parallax.text.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A statistic of one sample less, or over, that of another, or the logarithm of the latter: of the
 * first and the second.
 */
final class TwoSamples implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** How two values are compared. */
  @SuppressWarnings("ImmutableEnumChecker") // its functions keep no state
  enum Comparison {
    /** First less second. */
    DIFFERENCE((a, b) -> a - b, Expansion::minus, unit -> unit),
    /** First over second, NaN if that is 0. */
    RATIO(Ratio::ratio, Expansion::over, unit -> unit.per(unit)),
    /** The natural logarithm of first over second, NaN unless both are above 0. */
    LOG_RATIO(Comparison::logRatio, (a, b) -> a.log().minus(b.log()), unit -> unit.per(unit));

    private final DoubleBinaryOperator function;
    private final BinaryOperator<Expansion> expanded;
    private final UnaryOperator<Unit> unit;

    Comparison(
        DoubleBinaryOperator function,
        BinaryOperator<Expansion> expanded,
        UnaryOperator<Unit> unit) {
      this.function = function;
      this.expanded = expanded;
      this.unit = unit;
    }

    /** Of the ratio where there is one, as logarithms of nearly equal numbers cancel. */
    private static double logRatio(double a, double b) {
      double ratio = a / b;
      boolean inRange = ratio >= Double.MIN_NORMAL && ratio < Double.POSITIVE_INFINITY;
      return !(a > 0 && b > 0)
          ? Double.NaN
          : inRange ? StrictMath.log(ratio) : StrictMath.log(a) - StrictMath.log(b);
    }
  }

  private final Comparison comparison;
  private final Statistic statistic;

  /**
   * A comparison of a statistic.
   *
   * @throws IllegalArgumentException if it is not one value of one column
   */
  TwoSamples(Comparison comparison, Statistic statistic) {
    if (statistic.columns() != 1 || statistic.responses().size() != 1) {
      throw new IllegalArgumentException(
          "two samples are compared by a statistic of one column, such as mean");
    }
    this.comparison = comparison;
    this.statistic = statistic;
  }

  @Override
  public boolean twoSamples() {
    return true;
  }

  @Override
  public List<Unit> units() {
    return statistic.units().stream().map(comparison.unit).toList();
  }

  /** A ratio is 1 by chance, and not 0. */
  @Override
  public Optional<Exchange> exchange() {
    return comparison == Comparison.RATIO ? Optional.empty() : Optional.of(Exchange.BETWEEN_ROWS);
  }

  /** A ratio of what is not negative is not negative. */
  @Override
  public Range range(int value) {
    boolean bounded = statistic.range(0).low() >= 0;
    return comparison == Comparison.RATIO && bounded ? Range.NOT_NEGATIVE : Range.ALL;
  }

  private boolean ofMeans() {
    return statistic.contrasts().equals(List.of(Contrast.MEAN));
  }

  /** With m the share of the second sample, the means lie cov / (1 - m) and cov / m from all's. */
  @Override
  public Optional<FromMoments> fromMoments() {
    if (!ofMeans()) {
      return Optional.empty();
    }
    return OfMoments.one(
        all -> {
          double first = all.meanX() - all.covariance() / (1 - all.meanY());
          double second = all.meanX() + all.covariance() / all.meanY();
          return comparison.function.applyAsDouble(first, second);
        });
  }

  @Override
  public Optional<double[]> meanOf(double[][] columns) {
    return comparison == Comparison.DIFFERENCE && ofMeans()
        ? Optional.of(columns[0])
        : Optional.empty();
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(
        comparison == Comparison.DIFFERENCE && ofMeans() ? Contrast.OF_SAMPLES : Contrast.NONE);
  }

  @Override
  public boolean translates(int column) {
    return comparison == Comparison.DIFFERENCE && column == 0 && statistic.translates(0);
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Translation.near(this, Columns.checked(columns, columns()));
    int[] places = places(checked[1]);
    Prepared first = prepared(checked, 0);
    Prepared second = prepared(checked, 1);
    return () -> {
      Part a = new Part(checked[1], 0, places, first.evaluator());
      Part b = new Part(checked[1], 1, places, second.evaluator());
      Evaluator plain =
          resample -> comparison.function.applyAsDouble(a.value(resample), b.value(resample));
      ToDoubleFunction<double[]> weighed =
          weights -> comparison.function.applyAsDouble(a.weighed(weights), b.weighed(weights));
      if (a.evaluator instanceof Smooth && b.evaluator instanceof Smooth) {
        return new SmoothValue(plain, weighed, () -> new OfBoth(a, b));
      }
      return a.evaluator instanceof Weighted && b.evaluator instanceof Weighted
          ? new WithWeights(plain, weighed)
          : plain;
    };
  }

  private Prepared prepared(double[][] columns, int sample) {
    double[] values = new double[columns[0].length];
    int size = 0;
    for (int row = 0; row < values.length; row++) {
      if (columns[1][row] == sample) {
        values[size++] = columns[0][row];
      }
    }
    return statistic.prepare(new double[][] {Arrays.copyOf(values, size)});
  }

  /** Each row's place within its sample. */
  private static int[] places(double[] samples) {
    int[] size = new int[2];
    int[] places = new int[samples.length];
    for (int row = 0; row < places.length; row++) {
      if (samples[row] != 0 && samples[row] != 1) {
        throw new IllegalArgumentException(
            "samples are numbered 0 and 1, not " + Digits.shortest(samples[row]));
      }
      places[row] = size[(int) samples[row]]++;
    }
    return places;
  }

  /** Both samples' values as the weights of all rows change. */
  private final class OfBoth implements Path {
    private final Part a;
    private final Part b;

    OfBoth(Part a, Part b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public Expansion towards(int row) {
      return comparison.expanded.apply(a.towards(row), b.towards(row));
    }

    @Override
    public Expansion along(double[] direction) {
      return comparison.expanded.apply(a.along(direction), b.along(direction));
    }

    @Override
    public Expansion without(int row) {
      return comparison.expanded.apply(a.without(row), b.without(row));
    }
  }

  /** The rows of one sample in a resample of both. */
  private static final class Part implements Resample {
    private final double[] samples;
    private final int sample;
    private final int[] places;
    private final Evaluator evaluator;
    private int[] rows = {};
    private int[] counts = {};
    private final int size;
    private final double[] value = new double[1];

    Part(double[] samples, int sample, int[] places, Evaluator evaluator) {
      this.samples = samples;
      this.sample = sample;
      this.places = places;
      this.evaluator = evaluator;
      size = (int) Arrays.stream(samples).filter(number -> number == sample).count();
    }

    double value(Resample both) {
      int drawn = 0;
      int[] all = both.rows();
      int[] own = new int[all.length];
      for (int row : all) {
        if (samples[row] == sample) {
          own[drawn++] = places[row];
        }
      }
      rows = Arrays.copyOf(own, drawn);
      counts = new int[size];
      for (int row : rows) {
        counts[row]++;
      }
      return evaluator.evaluate(this);
    }

    double weighed(double[] weights) {
      ((Weighted) evaluator).weigh(own(weights), value);
      return value[0];
    }

    private double[] own(double[] all) {
      double[] own = new double[size];
      for (int row = 0; row < places.length; row++) {
        if (samples[row] == sample) {
          own[places[row]] = all[row];
        }
      }
      return own;
    }

    /**
     * All rows' weights go to one of them. With q the sample's share of the rows, those within it
     * go there by ε / (q + (1 - q) ε), or not at all.
     */
    Expansion towards(int row) {
      double q = (double) size / places.length;
      Expansion share = new Expansion(0, 1 / q, -2 * (1 - q) / (q * q), 0);
      Expansion towards = ((Smooth) evaluator).towards(0, samples[row] == sample ? places[row] : 0);
      return samples[row] == sample ? towards.along(share) : Expansion.constant(towards.value());
    }

    /** A row that is not its own is not missed. */
    Expansion without(int row) {
      boolean own = samples[row] == sample;
      Expansion without = ((Smooth) evaluator).without(0, own ? places[row] : 0);
      return own ? without : Expansion.constant(without.value());
    }

    /** Its own weights are 1 / n times 1 + ε n d, with the n of all rows. */
    Expansion along(double[] direction) {
      double[] own = own(direction);
      double scale = (double) places.length / size;
      Arrays.setAll(own, place -> own[place] * scale);
      return ((Smooth) evaluator).along(0, own);
    }

    @Override
    public int[] rows() {
      return rows;
    }

    @Override
    public int[] counts() {
      return counts;
    }
  }
}
