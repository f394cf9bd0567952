package dev.parallax.bootstrap;

import dev.parallax.random.RandomStream;

/**
 * The ordinary bootstrap. Up to {@link #DIRECT_ROWS} rows, the draws are the stream's bounded
 * integers, in order. Above, visiting such rows, if only to count them, would wait for memory at
 * each; so it is first drawn how many rows come from each of the blocks of a {@link BlockSplit},
 * and then which: the counts are the same in law.
 *
 * <p>The two limits are part of the frozen format: other ones give other resamples.
 */
record CaseResampling() implements Resampling {
  private static final long serialVersionUID = 1L;

  /** The largest table whose rows are drawn without blocks. */
  static final int DIRECT_ROWS = 16_384;

  /** The most rows in a block, whose counts take 16 KiB. */
  static final int BLOCK_ROWS = 4096;

  @Override
  public Sampler sampler(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a table of " + rows + " rows cannot be resampled");
    }
    return rows <= DIRECT_ROWS ? direct(rows) : blocked(rows, BLOCK_ROWS);
  }

  static Sampler direct(int rows) {
    DrawnInOrder drawn = new DrawnInOrder(rows);
    return random -> {
      random.bounded(rows, drawn.overwrite(), 0, rows);
      return drawn;
    };
  }

  static Sampler blocked(int rows, int blockRows) {
    DrawnAsCounts drawn = new DrawnAsCounts(rows);
    BlockSplit split = new BlockSplit(rows, blockRows);
    return (RandomStream random) -> {
      split.count(random, drawn.overwrite());
      return drawn;
    };
  }
}
