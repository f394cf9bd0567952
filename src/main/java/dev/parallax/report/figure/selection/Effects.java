package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.CurveFigure.Curve;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.PanelsFigure;
import dev.parallax.sum.ExactMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    List<PanelsFigure.Panel> points = new ArrayList<>();
    List<PanelsFigure.Panel> means = new ArrayList<>();
    int most = Math.min(PanelsFigure.MOST_PANELS, parameters.size());
    for (ItemColumn parameter : parameters.subList(0, most)) {
      double[] y = response.of(shown);
      Curve scattered = new Curve("", parameter.of(shown), y, new double[0]);
      points.add(new PanelsFigure.Panel(parameter.axis(), scattered));
      means.add(new PanelsFigure.Panel(parameter.axis(), effect(parameter)));
    }
    int left = parameters.size() - most;
    String rest = left > 0 ? left + " more parameters are not shown" : "";
    String some = stride > 1 ? "one in " + stride + " points shown" : "";
    Axis axis = Axis.linear(response.label());
    double mean =
        ExactMoments.of(Arrays.stream(response.values()).filter(Double::isFinite).toArray()).mean();
    figures.add(
        new PanelsFigure(
            names.of("scatter", response),
            axis,
            points,
            false,
            Double.NaN,
            Notes.of(note, some, rest)));
    figures.add(
        new PanelsFigure(
            names.of("effects", response),
            axis,
            means,
            true,
            mean,
            Notes.of("means with their standard errors; dashed: the mean of all", note, rest)));
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
