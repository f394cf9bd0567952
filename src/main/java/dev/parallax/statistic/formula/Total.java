package dev.parallax.statistic.formula;

import dev.parallax.model.Expansion;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.ColumnSums;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.WithWeights;

/**
 * The sum of a column, Σx, computed as n times the median plus the sum of the deviations from it. A
 * sum of whole numbers is exact below 2^53. Weights leave the number of rows as it is.
 */
final class Total implements Statistic {
  private static final long serialVersionUID = 1L;

  Total() {}

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[] raw = Columns.checked(columns, 1)[0];
    CentredColumn column = CentredColumn.inUnits(raw);
    Once<Path> path = new Once<>(() -> new OfMean(Paths.mean(raw), new Count.OfRows(raw.length)));
    return () -> {
      ColumnSums sums = new ColumnSums();
      return new SmoothValue(
          resample -> {
            sums.over(column, resample);
            return column.total(sums.first(), resample.size());
          },
          weights -> {
            double mean = WithWeights.mean(column.values(), weights);
            return column.total(raw.length * mean, raw.length);
          },
          path);
    };
  }

  /**
   * The sum as weights change.
   *
   * @param mean the mean
   * @param count the number of rows, of which one is left out
   */
  private record OfMean(Path mean, Path count) implements Path {
    @Override
    public Expansion towards(int row) {
      return mean.towards(row).times(count.towards(row));
    }

    @Override
    public Expansion along(double[] direction) {
      return mean.along(direction).times(count.along(direction));
    }

    @Override
    public Expansion without(int row) {
      return mean.without(row).times(count.without(row));
    }
  }
}
