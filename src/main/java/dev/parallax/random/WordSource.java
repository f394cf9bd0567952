package dev.parallax.random;

/**
 * The words of one item's stream, made in blocks when they are asked for, and its spare generator.
 * Seeds nothing before the first word or the first rejection.
 */
final class WordSource {

  /** Words in the largest block: 64 steps of the eight lanes, which stay in the first cache. */
  static final int BLOCK = 512;

  private static final int FIRST = 8;

  private final Lanes lanes;
  private final long[] keys;
  private final long[] state = new long[4 * Lanes.WIDTH];
  private final Xoshiro256 spare = new Xoshiro256();
  private long item;
  private boolean seeded;
  private boolean spareSeeded;
  private long[] words = new long[FIRST];
  private int[] rejected = new int[0];
  private double[] scratch = new double[0];
  private int position;
  private int end;

  WordSource(Lanes lanes, long[] keys, long item) {
    this.lanes = lanes;
    this.keys = keys;
    this.item = item;
  }

  void moveTo(long newItem) {
    item = newItem;
    seeded = false;
    spareSeeded = false;
    position = 0;
    end = 0;
  }

  long item() {
    return item;
  }

  Lanes lanes() {
    return lanes;
  }

  long next() {
    if (position == end) {
      refill(Math.min(BLOCK, Math.max(FIRST, 2 * end)));
    }
    return words[position++];
  }

  Xoshiro256 spare() {
    if (!spareSeeded) {
      spare.seed(keys, item, Keys.SPARE);
      spareSeeded = true;
    }
    return spare;
  }

  /** Returns how many of the next {@code wanted} words, at least one, lie ready in one piece. */
  int block(long wanted) {
    if (position == end) {
      refill(((int) Math.min(BLOCK, wanted) + Lanes.WIDTH - 1) & -Lanes.WIDTH);
    }
    return (int) Math.min(wanted, end - position);
  }

  /**
   * Passes over {@code count} ready words and returns where in {@link #words()} they start. A word
   * of lane l lies at a place that is l modulo 8.
   */
  int take(int count) {
    int start = position;
    position += count;
    return start;
  }

  long[] words() {
    return words;
  }

  /** Room for the places of all rejected draws of one block, and for a mark of their end. */
  int[] rejected() {
    if (rejected.length <= 4 * words.length) {
      rejected = new int[4 * words.length + 1];
    }
    return rejected;
  }

  /** Room for a number for each word of one block. */
  double[] scratch() {
    if (scratch.length < words.length) {
      scratch = new double[words.length];
    }
    return scratch;
  }

  /**
   * Fills part of an array with Poisson numbers and returns their sum.
   *
   * @param ahead how many words more will soon be wanted: they are made in one go
   */
  int poisson(PoissonCells cells, int[] out, int from, int to, int ahead) {
    int sum = 0;
    for (int at = from; at < to; ) {
      int wanted = (to - at - 1) / PoissonCells.PER_WORD + 1;
      int count = Math.min(wanted, block(wanted + ahead));
      int start = take(count);
      int last = Math.min(to, at + PoissonCells.PER_WORD * count);
      int[] unresolved = rejected();
      sum += lanes.poisson(words, start, cells, out, at, last, unresolved);
      for (int j = 0; unresolved[j] >= 0; j++) {
        int resolved = cells.resolve(spare());
        out[at + unresolved[j]] = resolved;
        sum += resolved - PoissonCells.UNDECIDED;
      }
      at = last;
    }
    return sum;
  }

  private void refill(int count) {
    if (!seeded) {
      Keys.seed(keys, item, state);
      seeded = true;
    }
    if (words.length < count) {
      words = new long[count];
    }
    lanes.words(state, words, count / Lanes.WIDTH);
    position = 0;
    end = count;
  }
}
