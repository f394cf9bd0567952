package dev.parallax.statistic.fit;

import dev.parallax.model.Exchange;
import dev.parallax.model.Expansion;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.PathOfMeans;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.text.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The weighted mean Σwx / Σw of the first column, with the weights w of the second, in the unit of
 * the first. A value and its weight are drawn together. A weight of 0 leaves its row out; it is NaN
 * if all drawn weights are 0. Of values with measurement errors e it has the weights 1 / e², which
 * make its variance least.
 *
 * <p>The mean is taken about the column's median, and lies within the values drawn.
 */
public final class WeightedMean implements Statistic {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public WeightedMean() {}

  @Override
  public boolean isAboutLine() {
    return false;
  }

  @Override
  public int columns() {
    return 2;
  }

  @Override
  public List<Unit> units() {
    return List.of(Unit.ofColumn(0));
  }

  @Override
  public Optional<Exchange> exchange() {
    return Optional.empty();
  }

  @Override
  public Optional<Statistic> ofErrors() {
    return Optional.of(new OfErrors());
  }

  @Override
  public boolean translates(int column) {
    return column == 0;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a weight is negative
   */
  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    for (double weight : checked[1]) {
      if (weight < 0) {
        throw new IllegalArgumentException("a weight is 0 or more, not " + Digits.shortest(weight));
      }
    }
    CentredColumn x = CentredColumn.inUnits(checked[0]);
    double[] w = PowerOfTwo.scaled(checked[1], PowerOfTwo.of(checked[1]));
    Once<OfWeights> path = new Once<>(() -> new OfWeights(x, w));
    return () ->
        new SmoothValue(
            resample -> x.restored(mean(x.values(), w, resample)),
            weights -> path.get().at(weights),
            path);
  }

  /** Within the values, so that it is that of equal ones. */
  private static double mean(double[] x, double[] w, Resample resample) {
    double sum = 0;
    double weight = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row : resample.rows()) {
      if (w[row] > 0) {
        sum += w[row] * x[row];
        weight += w[row];
        low = Math.min(low, x[row]);
        high = Math.max(high, x[row]);
      }
    }
    return weight > 0 ? Math.max(low, Math.min(high, sum / weight)) : Double.NaN;
  }

  /** The mean as the rows' shares change, which are not its weights. */
  private static final class OfWeights implements Path {
    private final CentredColumn x;
    private final PathOfMeans off;

    OfWeights(CentredColumn x, double[] w) {
      this.x = x;
      double[] ones = new double[w.length];
      Arrays.fill(ones, 1);
      off = Paths.ratio(ones, x.values(), w, 0);
    }

    double at(double[] shares) {
      return x.restored(off.at(shares));
    }

    private Expansion restored(Expansion of) {
      return Expansion.constant(x.restored(0)).plus(of.scaled(x.exponent()));
    }

    @Override
    public Expansion towards(int row) {
      return restored(off.towards(row));
    }

    @Override
    public Expansion along(double[] direction) {
      return restored(off.along(direction));
    }

    @Override
    public Expansion without(int row) {
      return restored(off.without(row));
    }
  }

  /** Of values and the standard deviations of their errors. */
  private static final class OfErrors implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public int measured() {
      return 1;
    }

    @Override
    public List<Unit> units() {
      return List.of(Unit.ofColumn(0));
    }

    @Override
    public Optional<Exchange> exchange() {
      return Optional.empty();
    }

    @Override
    public boolean translates(int column) {
      return column == 0;
    }

    /** In units of the least error, so that no square overflows. */
    @Override
    public Prepared prepare(double[][] columns) {
      double[] errors = Columns.checked(columns, columns())[1];
      double least = Arrays.stream(errors).min().orElse(0);
      if (!(least > 0)) {
        throw new IllegalArgumentException("an error of 0 gives its row an infinite weight");
      }
      double[] weights = new double[errors.length];
      for (int row = 0; row < weights.length; row++) {
        weights[row] = (least / errors[row]) * (least / errors[row]);
      }
      return new WeightedMean().prepare(new double[][] {columns[0], weights});
    }
  }
}
