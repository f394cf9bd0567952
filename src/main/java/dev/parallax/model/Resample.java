package dev.parallax.model;

/**
 * Rows drawn from a data set with replacement, as row numbers and as counts; as many as the data
 * set has, or another number. The arrays are buffers: they are not to be changed, and change with
 * the next resample.
 */
public interface Resample {

  /**
   * The numbers of the rows drawn, each in 0 .. n - 1, one entry per draw. For a table of more than
   * 512 rows they come sorted rather than in the order of the draws, and {@link #counts} are
   * cheaper.
   */
  int[] rows();

  /** How often each of the n rows was drawn, one entry per row of the data set. */
  int[] counts();

  /**
   * Each of n rows once: what a statistic is evaluated on to get the observed one.
   *
   * @param n how many rows the data set has
   */
  static Resample everyRow(int n) {
    return new AllRows(n);
  }

  /**
   * This resample with one draw of a row less, and after that another row, for a jackknife.
   *
   * <p>For {@code everyRow(n).leavingOut()} that is the data set without the row.
   */
  default LeaveOneOut leavingOut() {
    return new LeaveOneOut(this);
  }

  /** How many rows were drawn. */
  default int size() {
    return rows().length;
  }
}
