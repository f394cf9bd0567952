package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.CurveFigure;
import java.util.Arrays;

/** Means and standard errors of groups of items. */
final class Grouped {
  private final double[] places;
  private final double[] starts;
  private final double[] means;
  private final double[] squares;
  private final int[] counts;

  private Grouped(double[] places) {
    this.places = places;
    this.starts = new double[places.length];
    this.means = new double[places.length];
    this.squares = new double[places.length];
    this.counts = new int[places.length];
  }

  /** The mean of y at each value of x, with its standard error where there are several. */
  static CurveFigure.Curve at(String label, ItemColumn x, ItemColumn y) {
    Grouped grouped = new Grouped(x.distinct());
    for (int i = 0; i < x.values().length; i++) {
      grouped.add(Arrays.binarySearch(x.distinct(), x.values()[i]), y.values()[i]);
    }
    return grouped.curve(label);
  }

  /** The means of y in so many groups of about one size, in the order of x, at their median x. */
  static CurveFigure.Curve in(int groups, ItemColumn x, ItemColumn y) {
    double[] sorted = Arrays.stream(x.values()).filter(Double::isFinite).sorted().toArray();
    double[] lows = new double[groups];
    double[] medians = new double[groups];
    for (int g = 0; g < groups; g++) {
      lows[g] = sorted[(int) ((long) sorted.length * g / groups)];
      medians[g] = sorted[(int) ((long) sorted.length * (2 * g + 1) / (2L * groups))];
    }
    Grouped grouped = new Grouped(medians);
    for (int i = 0; i < x.values().length; i++) {
      int found = Arrays.binarySearch(lows, x.values()[i]);
      grouped.add(found >= 0 ? found : -found - 2, y.values()[i]);
    }
    return grouped.curve("");
  }

  /**
   * Welford's recurrence (1962, doi:10.2307/1266577) for distances from a group's first value: far
   * from zero, where the steps are small, it would stop.
   */
  private void add(int group, double value) {
    if (group >= 0 && Double.isFinite(value)) {
      starts[group] = counts[group] == 0 ? value : starts[group];
      counts[group]++;
      double distance = value - starts[group];
      double delta = distance - means[group];
      means[group] += delta / counts[group];
      squares[group] += delta * (distance - means[group]);
    }
  }

  private CurveFigure.Curve curve(String label) {
    double[] errors = new double[places.length];
    for (int g = 0; g < places.length; g++) {
      int count = counts[g];
      means[g] = count == 0 ? Double.NaN : starts[g] + means[g];
      errors[g] = count < 2 ? Double.NaN : Math.sqrt(squares[g] / (count - 1) / count);
    }
    boolean several = Arrays.stream(counts).anyMatch(count -> count > 1);
    return new CurveFigure.Curve(label, places, means, several ? errors : new double[0]);
  }
}
