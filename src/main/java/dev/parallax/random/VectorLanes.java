package dev.parallax.random;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops by the Vector API: the eight lanes in one register of 512 bits or in two groups
 * of 256. Lanes are added to nothing but themselves and never fused, so the bits are those of
 * {@link ScalarLanes}, which also takes over wherever a draw is rejected or a group is not full.
 *
 * <p>Table look-ups are left to plain code, which does them as fast as a gather does on one kind of
 * processor and twice as fast on another; and the fewer vector operations a method has, the sooner
 * the JVM has compiled it.
 */
final class VectorLanes implements Lanes {

  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int GROUP = LONGS.length();

  private static final long MASK = 0xffffffffL;

  VectorLanes() {
    if (GROUP != WIDTH && GROUP != WIDTH / 2) {
      throw new UnsupportedOperationException("vectors of " + GROUP + " longs");
    }
  }

  private static LongVector xor(LongVector a, LongVector b) {
    return a.lanewise(VectorOperators.XOR, b);
  }

  @Override
  public void words(long[] state, long[] words, int steps) {
    for (int l = 0; l < WIDTH; l += GROUP) {
      group(state, words, steps, l);
    }
  }

  private static void group(long[] state, long[] words, int steps, int l) {
    LongVector s0 = LongVector.fromArray(LONGS, state, l);
    LongVector s1 = LongVector.fromArray(LONGS, state, WIDTH + l);
    LongVector s2 = LongVector.fromArray(LONGS, state, 2 * WIDTH + l);
    LongVector s3 = LongVector.fromArray(LONGS, state, 3 * WIDTH + l);
    for (int k = l; k < steps * WIDTH; k += WIDTH) {
      s0.add(s3).lanewise(VectorOperators.ROL, 23).add(s0).intoArray(words, k);
      LongVector t = s1.lanewise(VectorOperators.LSHL, 17);
      s2 = xor(s2, s0);
      s3 = xor(s3, s1);
      s1 = xor(s1, s2);
      s0 = xor(s0, s3);
      s2 = xor(s2, t);
      s3 = s3.lanewise(VectorOperators.ROL, 45);
    }
    s0.intoArray(state, l);
    s1.intoArray(state, WIDTH + l);
    s2.intoArray(state, 2 * WIDTH + l);
    s3.intoArray(state, 3 * WIDTH + l);
  }

  @Override
  public int sum(long[] words, int from, int to, double[] scratch, double[] sums, int[] rejected) {
    int start = Math.min(to, (from + WIDTH - 1) & -WIDTH);
    int stop = Math.max(start, to & -WIDTH);
    int found = ScalarLanes.sum(words, from, from, start, sums, rejected, 0);
    found = points(words, from, start, stop, scratch, from, rejected, found);
    for (int l = 0; l < WIDTH; l += 4) {
      fourLanes(words, scratch, start + l, stop, sums, l);
    }
    return ScalarLanes.sum(words, from, stop, to, sums, rejected, found);
  }

  /** Writes the point of word k to {@code out[at + k - from]} and lists the rejected words. */
  private static int points(
      long[] words,
      int from,
      int start,
      int stop,
      double[] out,
      int at,
      int[] rejected,
      int known) {
    int found = known;
    for (int k = start; k < stop; k += GROUP) {
      LongVector word = LongVector.fromArray(LONGS, words, k);
      LongVector bits = word.lanewise(VectorOperators.LSHR, 12).or(Ziggurat.ONE);
      bits.reinterpretAsDoubles().sub(Ziggurat.CENTRE).intoArray(out, at + k - from);
      if (word.and(Ziggurat.SLOT_MASK).compare(VectorOperators.GE, Ziggurat.ACCEPTED).anyTrue()) {
        found = ScalarLanes.rejections(words, from, k, k + GROUP, rejected, found);
      }
    }
    return found;
  }

  /** Looks up the scale of each word of four lanes and adds the scaled points to their sums. */
  private static void fourLanes(
      long[] words, double[] points, int start, int stop, double[] sums, int l) {
    double a = sums[l];
    double b = sums[l + 1];
    double c = sums[l + 2];
    double d = sums[l + 3];
    for (int k = start; k < stop; k += WIDTH) {
      a += points[k] * Ziggurat.scale(words[k]);
      b += points[k + 1] * Ziggurat.scale(words[k + 1]);
      c += points[k + 2] * Ziggurat.scale(words[k + 2]);
      d += points[k + 3] * Ziggurat.scale(words[k + 3]);
    }
    sums[l] = a;
    sums[l + 1] = b;
    sums[l + 2] = c;
    sums[l + 3] = d;
  }

  @Override
  public int normals(long[] words, int from, int to, double[] out, int at, int[] rejected) {
    int stop = from + ((to - from) & -GROUP);
    int found = points(words, from, from, stop, out, at, rejected, 0);
    for (int k = from; k < stop; k++) {
      out[at + k - from] *= Ziggurat.scale(words[k]);
    }
    return ScalarLanes.normals(words, from, stop, to, out, at, rejected, found);
  }

  @Override
  public int bounded(long[] words, int from, int to, int bound, int[] out, int at, int[] rejected) {
    long threshold = Bounded.threshold(bound);
    LongVector factor = LongVector.broadcast(LONGS, bound).and(MASK);
    int found = 0;
    int k = from;
    for (; k <= to - GROUP; k += GROUP) {
      LongVector word = LongVector.fromArray(LONGS, words, k);
      LongVector low = word.and(MASK).mul(factor);
      LongVector high = word.lanewise(VectorOperators.LSHR, 32).mul(factor);
      store(low, high, out, at + 2 * (k - from));
      if (low.and(MASK).min(high.and(MASK)).compare(VectorOperators.LT, threshold).anyTrue()) {
        found = ScalarLanes.bounded(words, from, k, k + GROUP, bound, out, at, rejected, found);
      }
    }
    return ScalarLanes.bounded(words, from, k, to, bound, out, at, rejected, found);
  }

  private static void store(LongVector low, LongVector high, int[] out, int at) {
    Vector<Long> pairs = high.and(~MASK).or(low.lanewise(VectorOperators.LSHR, 32));
    pairs.reinterpretAsInts().intoArray(out, at);
  }

  @Override
  public int poisson(
      long[] words, int from, PoissonCells cells, int[] out, int at, int end, int[] rejected) {
    int whole = at + ((end - at) & -SHORTS.length());
    int sum = counts(words, from, cells, out, at, whole, rejected);
    int last = from + (whole - at) / 4;
    int found = 0;
    while (rejected[found] >= 0) {
      found++;
    }
    sum += ScalarLanes.counts(words, last, cells, out, whole, end);
    rejected[ScalarLanes.undecided(out, at, whole, end, rejected, found)] = -1;
    return sum;
  }

  /** As {@link Lanes#poisson}, for whole vectors only. */
  private static int counts(
      long[] words, int from, PoissonCells cells, int[] out, int at, int end, int[] rejected) {
    short[] last = cells.last();
    IntVector sum = IntVector.zero(INTS);
    int found = 0;
    int w = from;
    for (int k = at; k < end; k += SHORTS.length()) {
      ShortVector bits = LongVector.fromArray(LONGS, words, w).reinterpretAsShorts();
      ShortVector count =
          count(bits.lanewise(VectorOperators.LSHR, PoissonCells.UNUSED_BITS), last);
      IntVector low = (IntVector) count.convertShape(VectorOperators.S2I, INTS, 0);
      IntVector high = (IntVector) count.convertShape(VectorOperators.S2I, INTS, 1);
      low.intoArray(out, k);
      high.intoArray(out, k + INTS.length());
      sum = sum.add(low).add(high);
      if (count.compare(VectorOperators.GE, (short) PoissonCells.UNDECIDED).anyTrue()) {
        found = ScalarLanes.undecided(out, at, k, k + SHORTS.length(), rejected, found);
      }
      w += GROUP;
    }
    rejected[found] = -1;
    return sum.reduceLanes(VectorOperators.ADD);
  }

  /** How many of the counts have their last cell before the draw's. */
  private static ShortVector count(ShortVector cell, short[] last) {
    ShortVector few = beyond(last[0], cell).add(beyond(last[1], cell)).add(beyond(last[2], cell));
    ShortVector more = beyond(last[3], cell).add(beyond(last[4], cell)).add(beyond(last[5], cell));
    return few.add(more).add(beyond(last[6], cell));
  }

  /** 1 where the cell is beyond the last, else 0. */
  private static ShortVector beyond(short last, ShortVector cell) {
    ShortVector left = ShortVector.broadcast(SHORTS, last).sub(cell);
    return left.lanewise(VectorOperators.LSHR, Short.SIZE - 1);
  }
}
