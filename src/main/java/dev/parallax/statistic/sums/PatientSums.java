package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import dev.parallax.random.Changeover;
import dev.parallax.random.VectorModule;

/**
 * Sums in plain Java at first, by the fastest kernel in the long run. Until the JVM has compiled
 * it, vector code costs some tenths of a second, which a short job would never earn back; and as
 * both give the same bits, the change cannot be seen in the results. Shared by threads.
 */
public final class PatientSums implements PairSums {
  /** Draws summed in plain Java first: about as much time as the change costs. */
  private static final int WORTHWHILE = 1 << 28;

  /** Of all jobs of this process: what has been compiled for one is there for the next. */
  private static final Changeover.Patience OF_DRAWS = new Changeover.Patience(WORTHWHILE);

  private static final Changeover.Patience OF_COUNTS = new Changeover.Patience(WORTHWHILE);

  /** Rows of the tables that the vector code is tried on; enough for the kernel of large ones. */
  private static final int TRIAL = 1024;

  /** Found when they are first needed: a short job has done by then. */
  private static final class Fastest {
    static final Source SUMS = find();
  }

  private final Changeover<PairSums> change;

  /** Sums that are patient, unless the user wants vectors at once. */
  public static PairSums of(double[] x, double[] y, boolean counted) {
    if ("on".equals(System.getProperty("parallax.vector"))) {
      return of(fastest(), counted, x, y);
    }
    return new PatientSums(x, y, counted, counted ? OF_COUNTS : OF_DRAWS);
  }

  PatientSums(double[] x, double[] y, boolean counted, Changeover.Patience patience) {
    PairSums plain = of(new ScalarPairSums(), counted, x, y);
    change =
        new Changeover<>(
            plain,
            () -> fastest(plain, x, y, counted),
            patience,
            new Trials(Math.min(TRIAL, x.length), counted, plain)::round);
  }

  /**
   * The fastest sums that this machine and this Java process have. Vector kernels need the
   * incubating module {@code jdk.incubator.vector} and a machine whose vectors suit them; {@code
   * -Dparallax.vector=off} does without, and {@code on} does not wait for a job to be long.
   */
  static Source fastest() {
    return Fastest.SUMS;
  }

  private static Source find() {
    if ("off".equals(System.getProperty("parallax.vector")) || !VectorModule.isThere()) {
      return new ScalarPairSums();
    }
    try {
      Class<?> found = Class.forName("dev.parallax.statistic.sums.VectorPairSums");
      var vector = (Source) found.getDeclaredConstructor().newInstance();
      return vector.suits() ? vector : new ScalarPairSums();
    } catch (ReflectiveOperationException | LinkageError e) {
      // A Java without the module, or with a changed one: the scalar twin gives the same numbers.
      return new ScalarPairSums();
    }
  }

  private static PairSums fastest(PairSums plain, double[] x, double[] y, boolean counted) {
    return fastest() instanceof ScalarPairSums ? plain : of(fastest(), counted, x, y);
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
        twins[1] = of(fastest(), counted, new double[rows], new double[rows]);
      }
      twins[tried == plain ? 0 : 1].over(every, new double[ROOM]);
    }
  }

  /** A resample for trials. */
  @SuppressWarnings("ArrayRecordComponent") // handed out as the interface says
  private record Trial(int[] rows, int[] counts) implements Resample {}
}
