package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;

/**
 * The five sums over a resample that second moments of two columns are made of: of x, y, x², y² and
 * xy, in this order. On one pair of columns, shared by threads.
 *
 * <p>The order of summation is part of the result. There are eight lanes, which start at zero. By
 * draws, draw k is added to lane k mod 8, and products are rounded before they are added. By
 * counts, for tables of more rows than {@link CentredColumn#DRAWN_ROWS}, row i is added to lane i
 * mod 8, with w times x, w times y, and these times x, y and y for a row that was drawn w times. At
 * the end the lanes are added as ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)). Every implementation
 * gives the same bits.
 */
public interface PairSums {

  /** How many sums there are. */
  int SUMS = 5;

  /** How many lanes each sum has. */
  int LANES = 8;

  /** How many rows an implementation goes through before it goes back for other lanes. */
  int PIECE = 1024;

  /** How many numbers the array of results must have room for, the first five being the sums. */
  int ROOM = SUMS * LANES;

  /** The sums over a resample. */
  void over(Resample resample, double[] sums);

  /** A way to make such sums of two columns of one length, which are kept and not changed. */
  interface Source {

    /** The sums by draws. */
    PairSums byDraws(double[] x, double[] y);

    /** The sums by counts; the columns are finite. */
    PairSums byCounts(double[] x, double[] y);

    /** Whether it is worth using on this machine. */
    default boolean suits() {
      return true;
    }
  }
}
