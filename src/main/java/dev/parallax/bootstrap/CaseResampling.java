package dev.parallax.bootstrap;

import dev.parallax.random.Multinomial;

/**
 * The ordinary bootstrap. Up to {@link #DIRECT_ROWS} rows, the draws are the stream's bounded
 * integers, in order. Above, it is drawn how often each row comes up, which takes less time than to
 * draw the rows, and far less than to visit them in such an order: the counts are the same in law.
 *
 * <p>The limit is part of the frozen format: another one gives other resamples.
 */
record CaseResampling() implements Resampling {
  private static final long serialVersionUID = 1L;

  /** The largest table whose rows are drawn one by one. */
  static final int DIRECT_ROWS = 512;

  @Override
  public Sampler sampler(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a table of " + rows + " rows cannot be resampled");
    }
    return rows <= DIRECT_ROWS ? direct(rows) : counted(rows);
  }

  private static Sampler direct(int rows) {
    DrawnInOrder drawn = new DrawnInOrder(rows);
    return random -> {
      random.bounded(rows, drawn.overwrite(), 0, rows);
      return drawn;
    };
  }

  private static Sampler counted(int rows) {
    DrawnAsCounts drawn = new DrawnAsCounts(rows);
    Multinomial multinomial = new Multinomial(rows);
    return random -> {
      multinomial.draw(random, drawn.overwrite());
      return drawn;
    };
  }
}
