package dev.parallax.statistic;

import dev.parallax.model.Exchange;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
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
 * The intercept of the ordinary least-squares line of the second column on the first, ȳ - b x̄ with
 * the slope b, in units of y. It is NaN where the slope is.
 */
public final class Intercept implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public Intercept() {}

  @Override
  public List<Unit> units() {
    return List.of(Unit.ofColumn(1));
  }

  @Override
  public Optional<Exchange> exchange() {
    return Optional.empty();
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(
        m ->
            m.varianceX() > 0
                ? m.meanY() - m.covariance() / m.varianceX() * m.meanX()
                : Double.NaN);
  }

  @Override
  public boolean translates(int column) {
    return column == 1;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    PairTable table = new PairTable(checked[0], checked[1]);
    PairWeights pair = new PairWeights(checked[0], checked[1]);
    CentredColumn x = CentredColumn.inUnits(checked[0]);
    CentredColumn y = CentredColumn.inUnits(checked[1]);
    Once<Path> path = new Once<>(() -> Paths.ofPair(checked, Paths.PairMoments::intercept));
    return () ->
        new SmoothValue(
            onResamples(table, x, y),
            weights ->
                y.restored(WithWeights.mean(y.values(), weights))
                    - pair.slope(weights) * x.restored(WithWeights.mean(x.values(), weights)),
            path);
  }

  private static Evaluator onResamples(PairTable table, CentredColumn x, CentredColumn y) {
    PairMoments moments = new PairMoments(table);
    ColumnSums sumsX = new ColumnSums();
    ColumnSums sumsY = new ColumnSums();
    return resample -> {
      moments.over(resample);
      sumsX.over(x, resample);
      sumsY.over(y, resample);
      double n = resample.size();
      double slope = Slope.slope(moments);
      return y.restored(sumsY.first() / n) - slope * x.restored(sumsX.first() / n);
    };
  }
}
