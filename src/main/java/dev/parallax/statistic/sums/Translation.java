package dev.parallax.statistic.sums;

import dev.parallax.model.Statistic;
import java.util.Arrays;

/** Moves columns that lie far from zero to zero, for differences between values of a statistic. */
public final class Translation {
  /**
   * How many times its width a column lies from zero when it is far: differences lose 20 of 53 bits
   * there. Nearer ones are left as they are, so that nothing about them changes; and so far,
   * nothing is rounded when it is moved.
   */
  private static final double FAR = 0x1p20;

  private Translation() {}

  /**
   * The columns, with those that the statistic {@linkplain Statistic#translates translates} near
   * zero if they are far from it.
   *
   * @return the same array if none is
   */
  public static double[][] near(Statistic statistic, double[][] columns) {
    double[][] near = columns;
    for (int c = 0; c < columns.length; c++) {
      if (statistic.translates(c) && far(columns[c])) {
        near = near == columns ? columns.clone() : near;
        near[c] = moved(columns[c]);
      }
    }
    return near;
  }

  private static boolean far(double[] column) {
    double low = Arrays.stream(column).min().orElse(0);
    double high = Arrays.stream(column).max().orElse(0);
    return high > low && Math.min(Math.abs(low), Math.abs(high)) > FAR * (high - low);
  }

  private static double[] moved(double[] column) {
    return Arrays.stream(column).map(value -> value - column[0]).toArray();
  }
}
