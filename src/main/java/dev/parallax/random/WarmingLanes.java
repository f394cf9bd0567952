package dev.parallax.random;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts on the plain lanes and changes, loop by loop, to the vector ones. */
final class WarmingLanes implements Lanes {

  /**
   * Words used before the change is worth it. Compiling costs about a second of a core, which a
   * short job would never earn back; by now as much has gone into the loop itself.
   */
  static final long WORTHWHILE = 400_000_000;

  /** Trials are of the largest blocks: what is compiled for them is what callers need. */
  private static final int COUNT = WordSource.BLOCK;

  private static final int STEPS = COUNT / WIDTH;

  /** Rejects a draw in a hundred, so that this is compiled too. */
  private static final int BOUND = 43_000_000;

  private final Changeover<Lanes> words;
  private final Changeover<Lanes> sum;
  private final Changeover<Lanes> normals;
  private final Changeover<Lanes> bounded;
  private final Changeover<Lanes> poisson;

  /** Changes not before a loop has used {@code worthwhile} words; only then vectors are made. */
  WarmingLanes(Lanes plain, Supplier<Lanes> vector, long worthwhile) {
    long[] state = new long[4 * WIDTH];
    Keys.seed(Keys.of(0, Purpose.SYNTHETIC), 0, state);
    long[] in = words(plain, state);
    words = change(plain, vector, worthwhile, l -> l.words(state.clone(), new long[COUNT], STEPS));
    sum =
        change(
            plain,
            vector,
            worthwhile,
            l -> l.sum(in, 0, COUNT, reals(), new double[WIDTH], list()));
    normals = change(plain, vector, worthwhile, l -> l.normals(in, 0, COUNT, reals(), 0, list()));
    bounded =
        change(plain, vector, worthwhile, l -> l.bounded(in, 0, COUNT, BOUND, list(), 0, list()));
    poisson =
        change(
            plain,
            vector,
            worthwhile,
            l -> l.poisson(in, 0, PoissonCells.ONE, list(), 0, 4 * COUNT, list()));
  }

  /** Words with some rejected ones, so that what is done with these is compiled too. */
  private static long[] words(Lanes plain, long[] state) {
    long[] words = new long[COUNT];
    plain.words(state, words, STEPS);
    for (int k = 7; k < COUNT; k += COUNT / 4) {
      words[k] |= Ziggurat.SLOT_MASK;
    }
    return words;
  }

  private static Changeover<Lanes> change(
      Lanes plain, Supplier<Lanes> vector, long worthwhile, Consumer<Lanes> round) {
    return new Changeover<>(plain, vector, new Changeover.Patience(worthwhile), round);
  }

  private static int[] list() {
    return new int[4 * COUNT + 1];
  }

  private static double[] reals() {
    return new double[COUNT];
  }

  @Override
  public void words(long[] state, long[] out, int steps) {
    words.current(steps * WIDTH).words(state, out, steps);
  }

  @Override
  public int sum(long[] in, int from, int to, double[] scratch, double[] sums, int[] rejected) {
    return sum.current(to - from).sum(in, from, to, scratch, sums, rejected);
  }

  @Override
  public int normals(long[] in, int from, int to, double[] out, int at, int[] rejected) {
    return normals.current(to - from).normals(in, from, to, out, at, rejected);
  }

  @Override
  public int bounded(long[] in, int from, int to, int bound, int[] out, int at, int[] rejected) {
    return bounded.current(to - from).bounded(in, from, to, bound, out, at, rejected);
  }

  @Override
  public int poisson(
      long[] in, int from, PoissonCells cells, int[] out, int at, int end, int[] rejected) {
    Lanes lanes = poisson.current((end - at) / 4);
    return lanes.poisson(in, from, cells, out, at, end, rejected);
  }
}
