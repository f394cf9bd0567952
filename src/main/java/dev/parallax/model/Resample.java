package dev.parallax.model;

/**
 * Rows drawn from a data set with replacement, as row numbers and as counts. The arrays are
 * buffers: they are not to be changed, and change with the next resample.
 */
public interface Resample {

  /** The numbers of the rows drawn, each in 0 .. n - 1, one entry per draw. */
  int[] rows();

  /** How often each of the n rows was drawn, one entry per row of the data set. */
  int[] counts();
}
