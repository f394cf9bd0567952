package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Exchange;
import dev.parallax.model.Unit;
import dev.parallax.statistic.path.OfMoments;
import dev.parallax.statistic.sums.Columns;
import java.util.List;
import java.util.Optional;

/**
 * The mean of the paired differences, first column minus second. The differences are rounded once
 * to doubles; their mean is that of {@link Mean}.
 */
public final class MeanDifference implements TwoColumns {
  private static final long serialVersionUID = 1L;

  /** Takes no settings. */
  public MeanDifference() {}

  @Override
  public boolean isAboutLine() {
    return false;
  }

  @Override
  public List<Unit> units() {
    return List.of(Unit.OF_COLUMNS);
  }

  @Override
  public Optional<Exchange> exchange() {
    return Optional.of(Exchange.WITHIN_ROWS);
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return OfMoments.one(m -> m.meanX() - m.meanY());
  }

  @Override
  public Optional<double[]> meanOf(double[][] columns) {
    return Optional.of(differences(columns));
  }

  @Override
  public List<Contrast> contrasts() {
    return List.of(Contrast.OF_PAIRS);
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    return new Mean().prepare(new double[][] {differences(checked)});
  }

  private static double[] differences(double[][] columns) {
    double[] differences = columns[0].clone();
    for (int row = 0; row < differences.length; row++) {
      differences[row] -= columns[1][row];
    }
    return differences;
  }
}
