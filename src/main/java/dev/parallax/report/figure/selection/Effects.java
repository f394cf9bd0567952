package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.CurveFigure.Curve;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.PanelsFigure;
import dev.parallax.sum.ExactMoments;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A response over each of many parameters: the items, and their means at each of a parameter's
 * values (its main effect), or in groups of one size where a parameter has many values.
 *
 * @param names names the files
 * @param parameters three or more
 * @param response the response
 * @param note what is to be known besides
 */
record Effects(FileNames names, List<ItemColumn> parameters, ItemColumn response, String note) {
  private static final int MOST_POINTS = 1200;
  private static final int MOST_LEVELS = 32;
  private static final int GROUPS = 10;

  void addTo(List<Figure> figures) {
    int n = response.values().length;
    int stride = 1 + (n - 1) / MOST_POINTS;
    int[] shown = IntStream.range(0, n).filter(i -> isShown(i, stride)).toArray();
    int left = parameters.size() - PanelsFigure.MOST_PANELS;
    String rest = left > 0 ? left + " more parameters are not shown" : "";
    String some = stride > 1 ? "one in " + stride + " points shown" : "";
    figures.add(scatter(shown, Notes.of(note, some, rest)));
    String dashed = "means with their standard errors; dashed: the mean of all";
    figures.add(effects(Notes.of(dashed, note, rest)));
  }

  /** The items. */
  private PanelsFigure scatter(int[] shown, String notes) {
    double[] y = response.of(shown);
    List<PanelsFigure.Panel> points =
        panels(parameter -> new Curve("", parameter.of(shown), y, new double[0]));
    Axis axis = Axis.linear(response.label());
    return new PanelsFigure(names.of("scatter", response), axis, points, false, Double.NaN, notes);
  }

  /** Their means, and the mean of all. */
  private PanelsFigure effects(String notes) {
    List<PanelsFigure.Panel> means = panels(this::effect);
    Axis axis = Axis.linear(response.label());
    double mean =
        ExactMoments.of(Arrays.stream(response.values()).filter(Double::isFinite).toArray()).mean();
    return new PanelsFigure(names.of("effects", response), axis, means, true, mean, notes);
  }

  private List<PanelsFigure.Panel> panels(Function<ItemColumn, Curve> curve) {
    return parameters.stream()
        .limit(PanelsFigure.MOST_PANELS)
        .map(parameter -> new PanelsFigure.Panel(parameter.axis(), curve.apply(parameter)))
        .toList();
  }

  /** One in so many, in no step with a grid. */
  private static boolean isShown(int i, int stride) {
    return stride == 1 || i * 0.6180339887 % 1 * stride < 1;
  }

  private Curve effect(ItemColumn parameter) {
    boolean few = parameter.column().isText() || parameter.distinct().length <= MOST_LEVELS;
    return few ? Grouped.at("", parameter, response) : Grouped.in(GROUPS, parameter, response);
  }
}
