package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.CurveFigure.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Responses over one parameter. */
final class Curves {
  private static final int MOST_POINTS = 4000;
  private static final int MOST_LOOSE = 1000; // points that no line joins
  private static final int FEW = 8;
  private static final double UNEVEN = 20; // gaps that differ by more are not those of a grid

  private Curves() {}

  static CurveFigure of(String name, ItemColumn parameter, ItemColumn response, String note) {
    Curve all = Grouped.at("", parameter, response);
    boolean joined = isGrid(parameter) && isSmooth(all.y());
    if (!joined && !parameter.column().isText() && all.x().length > MOST_LOOSE) {
      return cloud(name, parameter, response, note);
    }
    Curve shown = thinned(all);
    int stride = all.x().length / Math.max(1, shown.x().length);
    String left = stride > 1 ? "one in " + stride + " points shown" : "";
    String errors = all.errors().length > 0 ? "means with their standard errors" : "";
    return new CurveFigure(
        name,
        parameter.axis(),
        Axis.linear(response.label()),
        "",
        List.of(shown),
        joined,
        Notes.of(errors, note, left));
  }

  /** Many points that no line joins: medians, and the middle of the values around them. */
  private static CurveFigure cloud(
      String name, ItemColumn parameter, ItemColumn response, String note) {
    Stretches stretches = Stretches.of(parameter, response);
    String what = "line: median, band: the middle 90 % in " + stretches.count() + " stretches";
    return new CurveFigure(
        name,
        parameter.axis(),
        Axis.linear(response.label()),
        "",
        List.of(stretches.medians()),
        true,
        Notes.of(what, note),
        Optional.of(stretches.band()));
  }

  /**
   * Whether a line through points would follow something: of noise, two in three are above or below
   * both their neighbours (Bienayme 1874); where half as many are, points are left alone.
   */
  static boolean isSmooth(double[] y) {
    double[] known = Arrays.stream(y).filter(Double::isFinite).toArray();
    int turns = 0;
    for (int i = 1; i + 1 < known.length; i++) {
      boolean up = known[i] > known[i - 1] && known[i] > known[i + 1];
      boolean down = known[i] < known[i - 1] && known[i] < known[i + 1];
      turns += up || down ? 1 : 0;
    }
    return known.length < FEW || 3 * turns < known.length - 2;
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
        second.label(),
        curves,
        isGrid(parameter) && curves.stream().allMatch(curve -> isSmooth(curve.y())),
        note);
  }

  private static Curve curve(
      double value, ItemColumn parameter, ItemColumn second, ItemColumn response) {
    int[] items =
        IntStream.range(0, second.values().length)
            .filter(i -> second.values()[i] == value)
            .toArray();
    String label = second.text(value);
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
