package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.Bins;
import dev.parallax.report.figure.CurveFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Items in stretches of a parameter's axis, all of one width: the median of their values, and the
 * middle nine in ten. A stretch without items is left out.
 */
final class Stretches {
  private static final int MOST = 60;
  private static final double TAIL = 0.05;

  private final List<double[]> rows = new ArrayList<>();

  private Stretches() {}

  static Stretches of(ItemColumn parameter, ItemColumn response) {
    Axis axis = parameter.axis();
    double[] places = Arrays.stream(parameter.values()).map(axis::place).toArray();
    double low = axis.place(parameter.distinct()[0]);
    double high = axis.place(parameter.distinct()[parameter.distinct().length - 1]);
    Bins bins = Bins.even(low, high, MOST);
    List<List<Double>> values = new ArrayList<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      values.add(new ArrayList<>());
    }
    for (int i = 0; i < places.length; i++) {
      int bin = bins.index(places[i]);
      if (bin >= 0 && Double.isFinite(response.values()[i])) {
        values.get(bin).add(response.values()[i]);
      }
    }
    Stretches stretches = new Stretches();
    for (int bin = 0; bin < bins.size(); bin++) {
      stretches.add(axis.value(bins.middle(bin)), values.get(bin));
    }
    return stretches;
  }

  private void add(double x, List<Double> values) {
    if (!values.isEmpty()) {
      double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
      rows.add(
          new double[] {
            x, quantile(sorted, TAIL), quantile(sorted, 0.5), quantile(sorted, 1 - TAIL)
          });
    }
  }

  /** The quantile of type 7. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** How many have items. */
  int count() {
    return rows.size();
  }

  private double[] column(int place) {
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }

  CurveFigure.Curve medians() {
    return new CurveFigure.Curve("", column(0), column(2), new double[0]);
  }

  CurveFigure.Band band() {
    return new CurveFigure.Band(column(0), column(1), column(3));
  }
}
