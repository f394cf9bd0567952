package dev.parallax.statistic.fit;

import dev.parallax.model.Expansion;
import dev.parallax.model.Resample;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.ColumnSums;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.PairMoments;
import dev.parallax.statistic.sums.PairTable;
import dev.parallax.statistic.sums.PairWeights;
import dev.parallax.statistic.sums.WithWeights;
import java.util.List;
import java.util.Optional;

/**
 * The line whose squared orthogonal distances from the rows have the least sum: total least
 * squares, the major axis. With the second central moments its slope is (d + √(d² + 4 s_xy²)) / (2
 * s_xy), d = s_yy - s_xx. It takes the errors of x and y as equally large, so it depends on the
 * units of both.
 *
 * <p>The slope is in units of y per unit of x, the intercept in units of y. Both are NaN where the
 * line is vertical, or where no direction is preferred, as of equal rows.
 *
 * @see <a href="https://doi.org/10.1086/169390">Isobe, Feigelson, Akritas and Babu, Linear
 *     regression in astronomy I (1990)</a>
 */
public final class Orthogonal implements FittedLine {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Orthogonal() {}

  @Override
  public int columns() {
    return 2;
  }

  @Override
  public String line() {
    return "orthogonal regression line";
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return Optional.of(
        (m, values) -> {
          values[0] = slope(m.varianceX(), m.varianceY(), m.covariance());
          values[1] = m.meanY() - values[0] * m.meanX();
        });
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    PairTable table = new PairTable(checked[0], checked[1]);
    PairWeights weighted = new PairWeights(checked[0], checked[1]);
    CentredColumn x = CentredColumn.inUnits(checked[0]);
    CentredColumn y = CentredColumn.inUnits(checked[1]);
    Once<Path> slope = new Once<>(() -> Paths.ofPair(checked, Orthogonal::slope));
    Once<Path> intercept =
        new Once<>(() -> Paths.ofPair(checked, m -> m.meanY().minus(slope(m).times(m.meanX()))));
    return () -> new OfRows(new PairMoments(table), weighted, x, y, List.of(slope, intercept));
  }

  /** Of moments in one unit. */
  private static double slope(double xx, double yy, double xy) {
    double d = yy - xx;
    double root = Math.sqrt(d * d + 4 * xy * xy);
    if (xy == 0) {
      return d < 0 ? 0 : Double.NaN;
    }
    return d >= 0 ? (d + root) / (2 * xy) : 2 * xy / (root - d);
  }

  /** Of moments of which y's unit is 2^exponent of x's; in the larger unit nothing overflows. */
  private static double slope(double xx, double yy, double xy, int exponent) {
    return exponent >= 0
        ? slope(Math.scalb(xx, -2 * exponent), yy, Math.scalb(xy, -exponent))
        : slope(xx, Math.scalb(yy, 2 * exponent), Math.scalb(xy, exponent));
  }

  private static Expansion slope(Paths.PairMoments m) {
    int more = Math.max(0, m.exponent());
    int less = Math.min(0, m.exponent());
    Expansion xy = m.xy().scaled(less - more);
    Expansion d = m.yy().scaled(2 * less).minus(m.xx().scaled(-2 * more));
    Expansion root = d.times(d).plus(xy.times(xy).times(4)).root();
    return d.value() >= 0 ? d.plus(root).over(xy.times(2)) : xy.times(2).over(root.minus(d));
  }

  /** One thread's own. */
  private static final class OfRows implements Smooth {
    private final PairMoments moments;
    private final PairWeights weighted;
    private final CentredColumn x;
    private final CentredColumn y;
    private final List<Once<Path>> paths;
    private final ColumnSums sumsX = new ColumnSums();
    private final ColumnSums sumsY = new ColumnSums();

    OfRows(
        PairMoments moments,
        PairWeights weighted,
        CentredColumn x,
        CentredColumn y,
        List<Once<Path>> paths) {
      this.moments = moments;
      this.weighted = weighted;
      this.x = x;
      this.y = y;
      this.paths = paths;
    }

    @Override
    public double evaluate(Resample resample) {
      throw new UnsupportedOperationException("the statistic has several values");
    }

    @Override
    public void evaluate(Resample resample, double[] values) {
      moments.over(resample);
      sumsX.over(x, resample);
      sumsY.over(y, resample);
      double n = resample.size();
      values[0] =
          slope(
              moments.varianceX(),
              moments.varianceY(),
              moments.covariance(),
              moments.exponentY() - moments.exponentX());
      values[1] = y.restored(sumsY.first() / n) - values[0] * x.restored(sumsX.first() / n);
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      double[] seconds = weighted.seconds(weights);
      values[0] = slope(seconds[0], seconds[1], seconds[2], weighted.exponent());
      values[1] =
          y.restored(WithWeights.mean(y.values(), weights))
              - values[0] * x.restored(WithWeights.mean(x.values(), weights));
    }

    @Override
    public Expansion towards(int value, int row) {
      return paths.get(value).get().towards(row);
    }

    @Override
    public Expansion along(int value, double[] direction) {
      return paths.get(value).get().along(direction);
    }

    @Override
    public Expansion without(int value, int row) {
      return paths.get(value).get().without(row);
    }
  }
}
