package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.SampleMoments;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.ColumnSums;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.WithWeights;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic mean, Σx / n, computed as the median plus the mean deviation from it. Its error is
 * a few units in the last place of the larger of these two. A mean of numbers that are not all
 * finite is infinite or NaN.
 */
public final class Mean implements OneColumn {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Mean() {}

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(SampleMoments::meanX);
  }

  @Override
  public Optional<double[]> meanOf(double[][] columns) {
    return Optional.of(columns[0]);
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.MEAN);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[] raw = Columns.checked(columns, columns())[0];
    CentredColumn column = CentredColumn.inUnits(raw);
    Once<Path> path = new Once<>(() -> Paths.mean(raw));
    return () -> {
      ColumnSums sums = new ColumnSums();
      return new SmoothValue(
          resample -> {
            sums.over(column, resample);
            return column.restored(sums.first() / resample.size());
          },
          weights -> column.restored(WithWeights.mean(column.values(), weights)),
          path);
    };
  }
}
