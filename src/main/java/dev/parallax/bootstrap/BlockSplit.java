package dev.parallax.bootstrap;

import dev.parallax.random.RandomStream;
import java.util.Arrays;

/**
 * Counts how often each row is drawn when n of n rows are drawn with replacement, block by block,
 * so that the counts under way stay in a core's first cache.
 *
 * <p>The rows are laid out in 2^L blocks of one size, the last of which may reach beyond the table.
 * How many draws fall into the first half of the blocks is binomial with probability exactly 1/2:
 * as many as there are ones in that many random bits. The halves are split likewise, down to single
 * blocks, where the draws are bounded integers. A draw beyond the table is void and drawn again
 * from the whole table. So the draws are exactly those of n independent uniform ones, without a
 * logarithm or a rounding anywhere; only their order differs.
 */
final class BlockSplit {
  /** How many draws are under way at a time; even, as two are made of one random word. */
  private static final int PIECE = 2048;

  /** How many random bits an integer of them has. */
  private static final int BITS = 30;

  private final int rows;
  private final int blockRows;
  private final int[] draws;
  private final int[] places = new int[PIECE];

  /** For a table of {@code rows} rows, in blocks of at most {@code most}. */
  BlockSplit(int rows, int most) {
    this.rows = rows;
    int blocks = 1;
    while ((rows - 1) / blocks >= most) {
      blocks *= 2;
    }
    blockRows = (rows - 1) / blocks + 1;
    draws = new int[blocks];
  }

  /** Fills the array, of one entry per row, with how often each was drawn. */
  void count(RandomStream random, int[] counts) {
    split(random, rows);
    int valid = 0;
    for (int block = 0; block < draws.length; block++) {
      long first = (long) block * blockRows;
      // Cleared only now, in passing, the block's counts are in the first cache when counting
      // begins.
      Arrays.fill(counts, (int) Math.min(first, rows), (int) Math.min(first + blockRows, rows), 0);
      valid += count(random, counts, draws[block], first, blockRows);
    }
    count(random, counts, rows - valid, 0, rows);
  }

  /** Draws how many draws each block gets. */
  private void split(RandomStream random, int total) {
    Arrays.fill(draws, 0);
    draws[0] = total;
    for (int half = draws.length / 2; half > 0; half /= 2) {
      for (int left = 0; left < draws.length; left += 2 * half) {
        int right = ones(random, draws[left]);
        draws[left] -= right;
        draws[left + half] = right;
      }
    }
  }

  /** How many of so many random bits are ones. */
  private int ones(RandomStream random, int bits) {
    int ones = 0;
    for (int left = bits; left > 0; left -= BITS * PIECE) {
      int piece = Math.min(PIECE, (left - 1) / BITS + 1);
      // Integers below a power of two are bits, and come faster this way than word by word.
      random.bounded(1 << BITS, places, 0, piece);
      places[piece - 1] >>>= Math.max(0, BITS * piece - left);
      for (int k = 0; k < piece; k++) {
        ones += Integer.bitCount(places[k]);
      }
    }
    return ones;
  }

  /** Counts so many draws from the rows of a range and returns how many of them are valid. */
  private int count(RandomStream random, int[] counts, int drawn, long first, int range) {
    int valid = 0;
    for (int done = 0; done < drawn; done += PIECE) {
      int piece = Math.min(PIECE, drawn - done);
      random.bounded(range, places, 0, piece);
      valid +=
          first + range <= rows ? whole(counts, piece, (int) first) : cut(counts, piece, first);
    }
    return valid;
  }

  private int whole(int[] counts, int piece, int first) {
    for (int k = 0; k < piece; k++) {
      counts[first + places[k]]++;
    }
    return piece;
  }

  private int cut(int[] counts, int piece, long first) {
    int valid = 0;
    for (int k = 0; k < piece; k++) {
      if (first + places[k] < rows) {
        counts[(int) first + places[k]]++;
        valid++;
      }
    }
    return valid;
  }
}
