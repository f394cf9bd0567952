package dev.parallax.kernel;

import dev.parallax.model.Resample;
import dev.parallax.random.Changeover;

/**
 * Sums in plain Java at first, by the fastest kernel in the long run. Until the JVM has compiled
 * it, vector code costs some tenths of a second, which a short job would never earn back; and as
 * both give the same bits, the change cannot be seen in the results. Shared by threads: a lost
 * update of the count delays the change and alters nothing else.
 */
final class PatientSums implements PairSums {
  /** Draws summed in plain Java first: about as much time as the change costs. */
  private static final int PATIENCE = 1 << 28;

  /** Rows of the tables that the vector code is tried on; enough for the kernel of large ones. */
  private static final int TRIAL = 1024;

  private final double[] x;
  private final double[] y;
  private final boolean counted;
  private final PairSums plain;
  private volatile Changeover<PairSums> change;
  private long left;

  /** Sums that are patient, unless the user wants vectors at once. */
  static PairSums of(double[] x, double[] y, boolean counted) {
    if ("on".equals(System.getProperty("parallax.vector"))) {
      return of(Accelerator.pairSums(), counted, x, y);
    }
    return new PatientSums(x, y, counted, PATIENCE);
  }

  PatientSums(double[] x, double[] y, boolean counted, int patience) {
    this.x = x;
    this.y = y;
    this.counted = counted;
    plain = of(new ScalarPairSums(), counted, x, y);
    left = patience;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    Changeover<PairSums> now = change;
    if (now != null) {
      now.current(1).over(resample, sums);
      return;
    }
    plain.over(resample, sums);
    if (left > 0) {
      left -= resample.size();
      if (left <= 0) {
        begin(Accelerator.pairSums());
      }
    }
  }

  private void begin(Source fastest) {
    if (fastest instanceof ScalarPairSums) {
      return;
    }
    int rows = Math.min(TRIAL, x.length);
    PairSums plainTrial = of(new ScalarPairSums(), counted, new double[rows], new double[rows]);
    PairSums fastTrial = of(fastest, counted, new double[rows], new double[rows]);
    Resample every = new Trial(Resample.everyRow(rows).rows(), Resample.everyRow(rows).counts());
    change =
        new Changeover<>(
            plain,
            of(fastest, counted, x, y),
            1,
            sums -> (sums == plain ? plainTrial : fastTrial).over(every, new double[ROOM]));
  }

  private static PairSums of(Source source, boolean counted, double[] x, double[] y) {
    return counted ? source.byCounts(x, y) : source.byDraws(x, y);
  }

  /** A resample for trials. */
  @SuppressWarnings("ArrayRecordComponent") // handed out as the interface says
  private record Trial(int[] rows, int[] counts) implements Resample {}
}
