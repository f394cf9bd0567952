package dev.parallax.kernel;

import dev.parallax.model.Resample;

/**
 * Sums in plain Java at first, by the fastest kernel in the long run. Until the JVM has compiled
 * it, vector code costs some tenths of a second, which a short job would never earn back; and as
 * both give the same bits, the change cannot be seen in the results. Shared by threads: a lost
 * update of the count delays the change and alters nothing else.
 */
final class PatientSums implements PairSums {
  /** Draws summed in plain Java first: about as much time as the change costs. */
  private static final int PATIENCE = 1 << 28;

  private final double[] x;
  private final double[] y;
  private final boolean counted;
  private final PairSums plain;
  private volatile PairSums current;
  private int left;

  PatientSums(double[] x, double[] y, boolean counted) {
    this(x, y, counted, "on".equals(System.getProperty("parallax.vector")) ? 1 : PATIENCE);
  }

  PatientSums(double[] x, double[] y, boolean counted, int patience) {
    this.x = x;
    this.y = y;
    this.counted = counted;
    plain = from(new ScalarPairSums());
    current = plain;
    left = patience;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    PairSums now = current;
    now.over(resample, sums);
    if (now == plain && left > 0) {
      left -= resample.size();
      if (left <= 0) {
        current = from(Accelerator.pairSums());
      }
    }
  }

  private PairSums from(Source source) {
    return counted ? source.byCounts(x, y) : source.byDraws(x, y);
  }
}
