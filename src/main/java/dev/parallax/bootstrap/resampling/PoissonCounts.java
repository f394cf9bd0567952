package dev.parallax.bootstrap.resampling;

import dev.parallax.random.RandomStream;

/**
 * Poisson numbers of mean 1 for the units of a replicate, keyed by (seed, replicate, unit): units
 * 4096 k to 4096 k + 4095 take those of the stream of item b + 2^40 k, in order. So any run of 4096
 * units can be counted without those before it.
 */
final class PoissonCounts {
  /** How many units share a stream. Part of the frozen format. */
  static final int RUN = 4096;

  /** More items than a bootstrap has replicates. */
  private static final long RUNS_APART = 1L << 40;

  private PoissonCounts() {}

  /**
   * The counts of some units of a replicate, from the first unit of a run on.
   *
   * @param random a stream of the seed, which is moved
   * @param counts overwritten from 0 to {@code size}
   */
  static void of(RandomStream random, long replicate, long firstRun, int[] counts, int size) {
    long run = firstRun;
    for (int from = 0; from < size; from += RUN) {
      random.moveTo(replicate + RUNS_APART * run);
      random.poisson(counts, from, Math.min(size, from + RUN));
      run++;
    }
  }
}
