package dev.parallax.bootstrap;

import dev.parallax.random.RandomStream;

/**
 * Poisson numbers of mean 1 for the units of a replicate, keyed by (seed, replicate, unit): unit u
 * takes word u mod 4096 of the stream of item b + 2^40 ⌊u / 4096⌋, by inversion. So any run of 4096
 * units can be counted without those before it.
 */
final class PoissonCounts {
  /** How many units share a stream. Part of the frozen format. */
  static final int RUN = 4096;

  /** More items than a bootstrap has replicates. */
  private static final long RUNS_APART = 1L << 40;

  /** P(count at most k) in units of 2^-63; what is above the last is its own count. */
  private static final long[] AT_MOST = atMost();

  private RandomStream random;
  private long replicate;
  private int unit;

  private static long[] atMost() {
    long[] table = new long[20];
    double probability = StrictMath.exp(-1);
    double sum = 0;
    for (int k = 0; k < table.length; k++) {
      sum += probability;
      probability /= k + 1;
      table[k] = (long) (sum * 0x1p63);
    }
    return table;
  }

  /** Begins with the first unit of the stream's replicate. */
  void begin(RandomStream stream) {
    random = stream;
    replicate = stream.item();
    unit = 0;
  }

  /** Begins with the first unit of a run of the replicate. */
  void begin(RandomStream stream, long ofReplicate, long run) {
    random = stream.moveTo(ofReplicate + RUNS_APART * run);
    replicate = ofReplicate;
    unit = Math.toIntExact(run * RUN);
  }

  /** The next unit's count. */
  int next() {
    if (unit > 0 && unit % RUN == 0) {
      random.moveTo(replicate + RUNS_APART * (unit / RUN));
    }
    unit++;
    return count(random.nextLong() >>> 1);
  }

  private static int count(long point) {
    int count = 0;
    while (count < AT_MOST.length && point >= AT_MOST[count]) {
      count++;
    }
    return count;
  }
}
