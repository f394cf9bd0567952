package dev.parallax.random;

/**
 * Starts on the plain lanes and changes, loop by loop, to the vector ones once the JVM has compiled
 * them. Until then vector code runs fifty times slower than plain code; and as both give the same
 * bits, no result can tell when the change happened, or whether it did.
 */
final class WarmingLanes implements Lanes {

  private static final int STEPS = 8;
  private static final int COUNT = STEPS * WIDTH;

  private final Warming words;
  private final Warming sum;
  private final Warming normals;
  private final Warming bounded;

  /** Changes not before a loop has used {@code worthwhile} words. */
  WarmingLanes(Lanes plain, Lanes vector, int worthwhile) {
    long[] state = new long[4 * WIDTH];
    Keys.seed(Keys.of(0, Purpose.SYNTHETIC), 0, state);
    long[] out = new long[COUNT];
    plain.words(state, out, STEPS);
    words =
        new Warming(plain, vector, worthwhile, l -> l.words(state.clone(), new long[COUNT], STEPS));
    sum =
        new Warming(
            plain, vector, worthwhile, l -> l.sum(out, 0, COUNT, new double[WIDTH], list()));
    normals =
        new Warming(plain, vector, worthwhile, l -> l.normals(out, 0, COUNT, reals(), 0, list()));
    bounded =
        new Warming(plain, vector, worthwhile, l -> l.bounded(out, 0, COUNT, 3, list(), 0, list()));
  }

  private static int[] list() {
    return new int[2 * COUNT];
  }

  private static double[] reals() {
    return new double[COUNT];
  }

  @Override
  public void words(long[] state, long[] out, int steps) {
    words.lanes(steps * WIDTH).words(state, out, steps);
  }

  @Override
  public int sum(long[] in, int from, int to, double[] sums, int[] rejected) {
    return sum.lanes(to - from).sum(in, from, to, sums, rejected);
  }

  @Override
  public int normals(long[] in, int from, int to, double[] out, int at, int[] rejected) {
    return normals.lanes(to - from).normals(in, from, to, out, at, rejected);
  }

  @Override
  public int bounded(long[] in, int from, int to, int bound, int[] out, int at, int[] rejected) {
    return bounded.lanes(to - from).bounded(in, from, to, bound, out, at, rejected);
  }
}
