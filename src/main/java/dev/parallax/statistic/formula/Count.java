package dev.parallax.statistic.formula;

import dev.parallax.model.Expansion;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.Columns;

/** How many rows there are, n. Weights leave it as it is. */
final class Count implements Statistic {
  private static final long serialVersionUID = 1L;

  Count() {}

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    int rows = Columns.checked(columns, 1)[0].length;
    Path path = new OfRows(rows);
    return () -> new SmoothValue(resample -> resample.size(), weights -> rows, () -> path);
  }

  /**
   * The number of rows, which is one less without one.
   *
   * @param rows how many there are
   */
  record OfRows(int rows) implements Path {
    @Override
    public Expansion towards(int row) {
      return Expansion.constant(rows);
    }

    @Override
    public Expansion along(double[] direction) {
      return Expansion.constant(rows);
    }

    @Override
    public Expansion without(int row) {
      return Expansion.changing(rows, -1);
    }
  }
}
