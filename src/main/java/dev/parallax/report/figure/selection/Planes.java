package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Contours;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.HeatCells;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.report.figure.Landscape;
import dev.parallax.report.figure.ScatterFigure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A response over two parameters: a heat map where they fill a plane, a grid or very many points,
 * with curves beside it where one has few values; else coloured points.
 *
 * @param names names the files
 * @param parameters two
 * @param response the response
 * @param note what is to be known besides
 * @param landscape the response on the grid with its best point, if that was looked for
 */
record Planes(
    FileNames names,
    List<ItemColumn> parameters,
    ItemColumn response,
    String note,
    Optional<Landscape> landscape) {
  private static final double DENSE = 4; // points for each cell, so that few cells are empty
  private static final int MOST_POINTS = 5000;
  private static final int SHORTEST = 8;

  void addTo(List<Figure> figures) {
    boolean turned = parameters.get(0).column().isText() && !parameters.get(1).column().isText();
    ItemColumn x = parameters.get(turned ? 1 : 0); // texts are written upwards
    ItemColumn y = parameters.get(turned ? 0 : 1);
    HeatCells cells =
        HeatCells.means(x.axis(), y.axis(), x.values(), y.values(), response.values());
    if (cells.filled() < 1 && cells.points() < DENSE) {
      figures.add(scatter(x, y));
      return;
    }
    if (isFamily(x, y)) {
      figures.add(Curves.family(names.of("curve", response), x, y, response, note));
    } else if (isFamily(y, x)) {
      figures.add(Curves.family(names.of("curve", response), y, x, response, note));
    }
    figures.add(heat(x, y, cells));
  }

  private static boolean isFamily(ItemColumn x, ItemColumn y) {
    int along = x.distinct().length;
    int curves = y.distinct().length;
    return !x.column().isText()
        && curves <= CurveFigure.MOST_CURVES
        && along >= SHORTEST
        && along >= 2 * curves;
  }

  private HeatFigure heat(ItemColumn x, ItemColumn y, HeatCells cells) {
    boolean grey = cells.anyUndefined();
    String means =
        cells.points() > 1
            ? String.format(Locale.ROOT, "each cell is the mean of %.3g points", cells.points())
            : "";
    String shown = grey ? "grey where there is no value" : "";
    return new HeatFigure(
        names.of("map", response),
        x.axis(),
        y.axis(),
        response.label(),
        cells,
        Notes.of(means, shown, note),
        landscape
            .map(values -> Contours.of(values, x.axis(), y.axis()))
            .or(() -> Contours.quartiles(cells, x.axis(), y.axis())));
  }

  private ScatterFigure scatter(ItemColumn x, ItemColumn y) {
    int n = response.values().length;
    int stride = 1 + (n - 1) / MOST_POINTS;
    int[] shown = IntStream.range(0, n).filter(i -> i % stride == 0).toArray();
    double[][] points = {x.of(shown), y.of(shown), response.of(shown)};
    boolean grey = Arrays.stream(points[2]).anyMatch(v -> !Double.isFinite(v));
    return new ScatterFigure(
        names.of("scatter", response),
        x.axis(),
        y.axis(),
        response.label(),
        points,
        Notes.of(
            grey ? "grey where there is no value" : "",
            note,
            stride > 1 ? "one in " + stride + " points shown" : ""));
  }
}
