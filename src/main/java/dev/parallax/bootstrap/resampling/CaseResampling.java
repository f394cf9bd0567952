package dev.parallax.bootstrap.resampling;

import dev.parallax.model.Resample;
import dev.parallax.random.Multinomial;
import java.util.Arrays;

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

  /** One thread's buffers for counts of draws; rows are listed when a statistic first asks. */
  private static final class DrawnAsCounts implements Resample {
    private final int[] counts;
    private int[] rows = {};
    private boolean listed;

    DrawnAsCounts(int n) {
      counts = new int[n];
    }

    /** The counts, to be overwritten by the next resample's. */
    int[] overwrite() {
      listed = false;
      return counts;
    }

    @Override
    public int[] rows() {
      if (!listed) {
        list();
        listed = true;
      }
      return rows;
    }

    @Override
    public int[] counts() {
      return counts;
    }

    @Override
    public int size() {
      return counts.length;
    }

    private void list() {
      if (rows.length == 0) {
        rows = new int[counts.length];
      }
      int row = 0;
      int at = 0;
      // Three copies of each, overwritten by the next row's where they are too many: a loop over so
      // few would be mispredicted at every other row.
      for (; at < rows.length - 2; row++) {
        int end = at + counts[row];
        rows[at] = row;
        rows[at + 1] = row;
        rows[at + 2] = row;
        if (end > at + 3) {
          Arrays.fill(rows, at + 3, end, row);
        }
        at = end;
      }
      for (; at < rows.length; row++) {
        int end = at + counts[row];
        Arrays.fill(rows, at, end, row);
        at = end;
      }
    }
  }

  /**
   * One thread's buffers for rows in the order of the draws, counted when a statistic first asks.
   */
  private static final class DrawnInOrder implements Resample {
    private final int[] rows;
    private int[] counts = {};
    private boolean counted;

    DrawnInOrder(int n) {
      rows = new int[n];
    }

    /** The row numbers, to be overwritten by the next resample's. */
    int[] overwrite() {
      counted = false;
      return rows;
    }

    @Override
    public int[] rows() {
      return rows;
    }

    @Override
    public int[] counts() {
      if (!counted) {
        count();
        counted = true;
      }
      return counts;
    }

    private void count() {
      if (counts.length == 0) {
        counts = new int[rows.length];
      }
      Arrays.fill(counts, 0);
      for (int row : rows) {
        counts[row]++;
      }
    }
  }
}
