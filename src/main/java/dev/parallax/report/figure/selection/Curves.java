package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.CurveFigure.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Responses over one parameter. */
final class Curves {
  private static final int MOST_POINTS = 4000;
  private static final double UNEVEN = 20; // gaps that differ by more are not those of a grid

  private Curves() {}

  static CurveFigure of(String name, ItemColumn parameter, ItemColumn response, String note) {
    Curve all = Grouped.at("", parameter, response);
    Curve shown = thinned(all);
    int stride = all.x().length / Math.max(1, shown.x().length);
    String left = stride > 1 ? "one in " + stride + " points shown" : "";
    String errors = all.errors().length > 0 ? "means with their standard errors" : "";
    Axis axis = parameter.axis();
    return new CurveFigure(
        name,
        axis,
        Axis.linear(response.label()),
        "",
        List.of(shown),
        isGrid(parameter),
        Notes.of(errors, note, left));
  }

  private static Curve thinned(Curve curve) {
    int n = curve.x().length;
    int stride = 1 + (n - 1) / MOST_POINTS;
    int[] shown = IntStream.range(0, n).filter(i -> i % stride == 0).toArray();
    return stride == 1
        ? curve
        : new Curve(
            curve.label(),
            some(curve.x(), shown),
            some(curve.y(), shown),
            curve.errors().length == 0 ? curve.errors() : some(curve.errors(), shown));
  }

  private static double[] some(double[] all, int[] shown) {
    return Arrays.stream(shown).mapToDouble(i -> all[i]).toArray();
  }

  /** A curve for each value of a second parameter. */
  static CurveFigure family(
      String name, ItemColumn parameter, ItemColumn second, ItemColumn response, String note) {
    List<Curve> curves =
        Arrays.stream(second.distinct())
            .mapToObj(v -> curve(v, parameter, second, response))
            .toList();
    return new CurveFigure(
        name,
        parameter.axis(),
        Axis.linear(response.label()),
        second.column().name(),
        curves,
        isGrid(parameter),
        note);
  }

  private static Curve curve(
      double value, ItemColumn parameter, ItemColumn second, ItemColumn response) {
    int[] items =
        IntStream.range(0, second.values().length)
            .filter(i -> second.values()[i] == value)
            .toArray();
    String label = second.column().name() + " = " + second.text(value);
    Curve all = Grouped.at(label, parameter.some(items), response.some(items));
    return thinned(all);
  }

  /** Whether the values of a parameter are about evenly spaced on its axis. */
  static boolean isGrid(ItemColumn parameter) {
    Axis axis = parameter.axis();
    double[] values = parameter.distinct();
    if (!axis.levels().isEmpty()) {
      return false;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 1; i < values.length; i++) {
      double gap = axis.place(values[i]) - axis.place(values[i - 1]);
      least = Math.min(least, gap);
      most = Math.max(most, gap);
    }
    return most <= UNEVEN * least;
  }
}
