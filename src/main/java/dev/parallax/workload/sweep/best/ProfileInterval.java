package dev.parallax.workload.sweep.best;

import java.util.stream.Stream;

/**
 * Where a profile, the least cost over all other parameters, is less than so much above the best.
 *
 * @param low its lower end
 * @param high its upper end
 * @param elsewhere whether there are such values beyond its ends too
 */
record ProfileInterval(End low, End high, boolean elsewhere) {

  /**
   * An end.
   *
   * @param at where it is, NaN if that is not known
   * @param steps how many steps of the grid it is from the best value
   * @param why why it is not known; empty if it is
   */
  record End(double at, long steps, String why) {
    boolean isKnown() {
      return why.isEmpty();
    }

    /** Whether it is within a step of the best value. */
    boolean isNear() {
      return isKnown() && steps == 1;
    }
  }

  /**
   * The interval around a value.
   *
   * @param profile by index the least cost with each value, infinite where there is none
   * @param rank of the best value
   * @param rise how much above the best the ends are
   */
  static ProfileInterval of(GridAxis axis, double[] profile, long rank, double rise) {
    Walk walk = new Walk(axis, profile, profile[(int) axis.indexAt(rank)], rise);
    End low = walk.end(rank, -1);
    End high = walk.end(rank, 1);
    boolean elsewhere = walk.isBeyond(rank, low, -1) || walk.isBeyond(rank, high, 1);
    return new ProfileInterval(low, high, elsewhere);
  }

  /** The ranks on both sides of each end that is known. */
  Stream<Long> bracket(long rank) {
    Stream<Long> below =
        low.isKnown() ? Stream.of(rank - low.steps, rank - low.steps + 1) : Stream.of();
    Stream<Long> above =
        high.isKnown() ? Stream.of(rank + high.steps, rank + high.steps - 1) : Stream.of();
    return Stream.concat(below, above);
  }

  /** A way along the profile, from the best value outwards. */
  @SuppressWarnings("ArrayRecordComponent") // walked and forgotten
  private record Walk(GridAxis axis, double[] profile, double best, double rise) {

    private double above(long rank) {
      return profile[(int) axis.indexAt(rank)] - best;
    }

    /**
     * The first crossing. Between two values of the grid the root of the distance from the best is
     * taken as linear, as that of a parabola is.
     */
    End end(long rank, int step) {
      double before = 0;
      for (long r = rank + step; r >= 0 && r < axis.count(); r += step) {
        double above = above(r);
        long steps = Math.abs(r - rank);
        if (!Double.isFinite(above)) {
          return new End(Double.NaN, steps, "no value at " + Written.brief(axis.value(r)));
        }
        if (above >= rise) {
          double from = axis.value(r - step);
          double share = (Math.sqrt(rise) - before) / (Math.sqrt(above) - before);
          return new End(from + share * (axis.value(r) - from), steps, "");
        }
        before = Math.sqrt(above);
      }
      return new End(Double.NaN, 0, "outside the grid");
    }

    /** Whether the profile comes down again behind an end. */
    boolean isBeyond(long rank, End end, int step) {
      long from = rank + step * Math.max(1, end.steps());
      for (long r = from; end.steps() > 0 && r >= 0 && r < axis.count(); r += step) {
        if (above(r) < rise) {
          return true;
        }
      }
      return false;
    }
  }
}
