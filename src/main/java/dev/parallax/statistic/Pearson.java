package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.SampleMoments;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.PairMoments;
import dev.parallax.statistic.sums.PairTable;
import dev.parallax.statistic.sums.PairWeights;
import java.util.List;
import java.util.Optional;

/**
 * Pearson's product-moment correlation, r = Σ(x - x̄)(y - ȳ) / √(Σ(x - x̄)² Σ(y - ȳ)²), between -1
 * and 1.
 *
 * <p>It is exactly 1 or -1 when the resample consists of copies of two rows that differ in both
 * columns, and NaN when the drawn values of either column are all equal, or not all finite.
 */
public final class Pearson implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** From here on r could be 1 but for rounding. */
  private static final double NEARLY_ONE = 1 - 0x1p-40;

  /** Takes no settings. */
  public Pearson() {}

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(Pearson::correlation);
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.CORRELATION);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Range range(int value) {
    return Range.CORRELATION;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    PairTable table = new PairTable(checked[0], checked[1]);
    PairWeights weighted = new PairWeights(checked[0], checked[1]);
    Once<Path> path = new Once<>(() -> Paths.ofPair(checked, Paths.PairMoments::correlation));
    return () -> new SmoothValue(new OfPairs(table), weighted::correlation, path);
  }

  private static double correlation(SampleMoments m) {
    double square = m.varianceX() * m.varianceY();
    double r = m.covariance() / Math.sqrt(square);
    return square > 0 ? Math.max(-1, Math.min(1, r)) : Double.NaN;
  }

  private static final class OfPairs implements Evaluator {
    private final PairTable table;
    private final PairMoments moments;

    OfPairs(PairTable table) {
      this.table = table;
      moments = new PairMoments(table);
    }

    @Override
    public double evaluate(Resample resample) {
      moments.over(resample);
      double square = moments.varianceX() * moments.varianceY();
      if (!(square > 0)) {
        return Double.NaN;
      }
      double r = moments.covariance() / Math.sqrt(square);
      if (Math.abs(r) > NEARLY_ONE && (Math.abs(r) > 1 || table.twoPoints(resample.rows()))) {
        return Math.copySign(1, r);
      }
      return r;
    }
  }
}
