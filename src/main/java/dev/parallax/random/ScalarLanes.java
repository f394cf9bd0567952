package dev.parallax.random;

/** The inner loops in plain Java: the fallback, and the definition of the bits. */
final class ScalarLanes implements Lanes {

  private static final long MASK = 0xffffffffL;

  @Override
  public void words(long[] state, long[] words, int steps) {
    for (int l = 0; l < WIDTH; l++) {
      lane(state, words, steps, l);
    }
  }

  private static void lane(long[] state, long[] words, int steps, int l) {
    long s0 = state[l];
    long s1 = state[WIDTH + l];
    long s2 = state[2 * WIDTH + l];
    long s3 = state[3 * WIDTH + l];
    for (int k = l; k < steps * WIDTH; k += WIDTH) {
      words[k] = Long.rotateLeft(s0 + s3, 23) + s0;
      long t = s1 << 17;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = Long.rotateLeft(s3, 45);
    }
    state[l] = s0;
    state[WIDTH + l] = s1;
    state[2 * WIDTH + l] = s2;
    state[3 * WIDTH + l] = s3;
  }

  @Override
  public int sum(long[] words, int from, int to, double[] scratch, double[] sums, int[] rejected) {
    int start = Math.min(to, (from + WIDTH - 1) & -WIDTH);
    int stop = Math.max(start, to & -WIDTH);
    int found = sum(words, from, from, start, sums, rejected, 0);
    for (int l = 0; l < WIDTH; l += 4) {
      fourLanes(words, start + l, stop, sums, l);
    }
    found = rejections(words, from, start, stop, rejected, found);
    return sum(words, from, stop, to, sums, rejected, found);
  }

  /** Adds the words of four lanes to their sums; those rejected add zero. */
  private static void fourLanes(long[] words, int start, int stop, double[] sums, int l) {
    double a = sums[l];
    double b = sums[l + 1];
    double c = sums[l + 2];
    double d = sums[l + 3];
    for (int k = start; k < stop; k += WIDTH) {
      a += Ziggurat.fast(words[k]);
      b += Ziggurat.fast(words[k + 1]);
      c += Ziggurat.fast(words[k + 2]);
      d += Ziggurat.fast(words[k + 3]);
    }
    sums[l] = a;
    sums[l + 1] = b;
    sums[l + 2] = c;
    sums[l + 3] = d;
  }

  /** As {@link Lanes#sum}, for the words from {@code k}, with some already found rejected. */
  static int sum(
      long[] words, int from, int k, int to, double[] sums, int[] rejected, int alreadyFound) {
    int found = alreadyFound;
    for (; k < to; k++) {
      long word = words[k];
      if (Ziggurat.accepts(word)) {
        sums[k % WIDTH] += Ziggurat.fast(word);
      } else {
        rejected[found++] = k - from;
      }
    }
    return found;
  }

  @Override
  public int normals(long[] words, int from, int to, double[] out, int at, int[] rejected) {
    return normals(words, from, from, to, out, at, rejected, 0);
  }

  /** As {@link Lanes#normals}, for the words from {@code k}, with some already found rejected. */
  static int normals(
      long[] words, int from, int k, int to, double[] out, int at, int[] rejected, int found) {
    for (int j = k; j < to; j++) {
      out[at + j - from] = Ziggurat.fast(words[j]);
    }
    return rejections(words, from, k, to, rejected, found);
  }

  /** Lists the rejected words from {@code k} to {@code to}, after those already found. */
  static int rejections(long[] words, int from, int k, int to, int[] rejected, int alreadyFound) {
    int found = alreadyFound;
    for (int j = k; j < to; j++) {
      if (!Ziggurat.accepts(words[j])) {
        rejected[found++] = j - from;
      }
    }
    return found;
  }

  @Override
  public int bounded(long[] words, int from, int to, int bound, int[] out, int at, int[] rejected) {
    return bounded(words, from, from, to, bound, out, at, rejected, 0);
  }

  /** As {@link Lanes#bounded}, for the words from {@code k}, with some draws already rejected. */
  static int bounded(
      long[] words,
      int from,
      int k,
      int to,
      int bound,
      int[] out,
      int at,
      int[] rejected,
      int alreadyFound) {
    long threshold = Bounded.threshold(bound);
    int found = alreadyFound;
    for (; k < to; k++) {
      int draw = 2 * (k - from);
      long low = (words[k] & MASK) * bound;
      long high = (words[k] >>> 32) * bound;
      out[at + draw] = (int) (low >>> 32);
      out[at + draw + 1] = (int) (high >>> 32);
      if ((low & MASK) < threshold) {
        rejected[found++] = draw;
      }
      if ((high & MASK) < threshold) {
        rejected[found++] = draw + 1;
      }
    }
    return found;
  }

  @Override
  public int poisson(
      long[] words, int from, PoissonCells cells, int[] out, int at, int end, int[] rejected) {
    int sum = counts(words, from, cells, out, at, end);
    rejected[undecided(out, at, at, end, rejected, 0)] = -1;
    return sum;
  }

  /** As {@link Lanes#poisson}, but for the list of the rejected. */
  static int counts(long[] words, int from, PoissonCells cells, int[] out, int at, int end) {
    int sum = 0;
    int w = from;
    int k = at;
    for (; k <= end - 4; k += 4) {
      long word = words[w++];
      int a = cells.count(word);
      int b = cells.count(word >>> 16);
      int c = cells.count(word >>> 32);
      int d = cells.count(word >>> 48);
      out[k] = a;
      out[k + 1] = b;
      out[k + 2] = c;
      out[k + 3] = d;
      sum += a + b + c + d;
    }
    for (int shift = 0; k < end; k++) {
      out[k] = cells.count(words[w] >>> shift);
      sum += out[k];
      shift += Short.SIZE;
    }
    return sum;
  }

  /** Lists the undecided counts from {@code k} to {@code end}, after those already found. */
  static int undecided(int[] counts, int at, int k, int end, int[] rejected, int alreadyFound) {
    int found = alreadyFound;
    for (int j = k; j < end; j++) {
      if (counts[j] == PoissonCells.UNDECIDED) {
        rejected[found++] = j - at;
      }
    }
    return found;
  }
}
