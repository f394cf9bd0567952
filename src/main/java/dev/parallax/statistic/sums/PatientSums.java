package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import dev.parallax.random.Changeover;

/**
 * Sums in plain Java at first, by the fastest kernel in the long run. Until the JVM has compiled
 * it, vector code costs some tenths of a second, which a short job would never earn back; and as
 * both give the same bits, the change cannot be seen in the results. Shared by threads.
 */
public final class PatientSums implements PairSums {
  /** Draws summed in plain Java first: about as much time as the change costs. */
  private static final int PATIENCE = 1 << 28;

  /** Rows of the tables that the vector code is tried on; enough for the kernel of large ones. */
  private static final int TRIAL = 1024;

  private final Changeover<PairSums> change;

  /** Sums that are patient, unless the user wants vectors at once. */
  public static PairSums of(double[] x, double[] y, boolean counted) {
    if ("on".equals(System.getProperty("parallax.vector"))) {
      return of(Accelerator.pairSums(), counted, x, y);
    }
    return new PatientSums(x, y, counted, PATIENCE);
  }

  PatientSums(double[] x, double[] y, boolean counted, int patience) {
    PairSums plain = of(new ScalarPairSums(), counted, x, y);
    change =
        new Changeover<>(
            plain,
            () -> fastest(plain, x, y, counted),
            patience,
            new Trials(Math.min(TRIAL, x.length), counted, plain)::round);
  }

  private static PairSums fastest(PairSums plain, double[] x, double[] y, boolean counted) {
    Source source = Accelerator.pairSums();
    return source instanceof ScalarPairSums ? plain : of(source, counted, x, y);
  }

  @Override
  public void over(Resample resample, double[] sums) {
    change.current(resample.size()).over(resample, sums);
  }

  private static PairSums of(Source source, boolean counted, double[] x, double[] y) {
    return counted ? source.byCounts(x, y) : source.byDraws(x, y);
  }

  /** Rounds on zeros: of the plain sums and of the fastest. */
  private static final class Trials {
    private final int rows;
    private final boolean counted;
    private final PairSums plain;
    private final PairSums[] twins = new PairSums[2];
    private Resample every;

    Trials(int rows, boolean counted, PairSums plain) {
      this.rows = rows;
      this.counted = counted;
      this.plain = plain;
    }

    void round(PairSums tried) {
      if (every == null) {
        every = new Trial(Resample.everyRow(rows).rows(), Resample.everyRow(rows).counts());
        twins[0] = of(new ScalarPairSums(), counted, new double[rows], new double[rows]);
        twins[1] = of(Accelerator.pairSums(), counted, new double[rows], new double[rows]);
      }
      twins[tried == plain ? 0 : 1].over(every, new double[ROOM]);
    }
  }

  /** A resample for trials. */
  @SuppressWarnings("ArrayRecordComponent") // handed out as the interface says
  private record Trial(int[] rows, int[] counts) implements Resample {}
}
