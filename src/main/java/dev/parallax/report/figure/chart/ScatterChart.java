package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.ScatterFigure;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** Points of colour, and the bar that says what the colours mean. */
final class ScatterChart {
  private ScatterChart() {}

  static JFreeChart of(ScatterFigure figure) {
    double[][] points = figure.points();
    Extent across = new Extent();
    Extent up = new Extent();
    across.add(points[0]);
    up.add(points[1]);
    double[][] coloured = {points[0], points[1], places(points[2], figure.log())};
    Viridis colours = Viridis.of(coloured[2]);
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries("none", some(coloured, false)); // below the others
    data.addSeries("points", some(coloured, true));
    XYPlot plot =
        Style.dressed(
            new XYPlot(
                data,
                Style.axis(figure.x(), across.low(), across.high(), Style.ACROSS),
                Style.upwards(figure.y(), up.low(), up.high()),
                renderer(colours, points[0].length)));
    ColourBar.addTo(plot, figure.value(), colours, figure.log());
    return Style.chart(plot, false, figure.note());
  }

  /** Where the values lie between the colours. */
  private static double[] places(double[] values, boolean log) {
    return Arrays.stream(values)
        .map(value -> Double.isFinite(value) ? Viridis.place(value, log) : Double.NaN)
        .toArray();
  }

  private static double[][] some(double[][] points, boolean known) {
    int[] chosen =
        IntStream.range(0, points[2].length)
            .filter(i -> Double.isFinite(points[2][i]) == known)
            .toArray();
    return Arrays.stream(points)
        .map(column -> Arrays.stream(chosen).mapToDouble(i -> column[i]).toArray())
        .toArray(double[][]::new);
  }

  private static XYShapeRenderer renderer(Viridis colours, int points) {
    XYShapeRenderer renderer = new XYShapeRenderer();
    renderer.setPaintScale(colours);
    double size = points > 2000 ? 2 : points > 500 ? 3.2 : 5;
    renderer.setDefaultShape(new Ellipse2D.Double(-size / 2, -size / 2, size, size));
    renderer.setAutoPopulateSeriesShape(false);
    renderer.setDrawOutlines(points <= 2000); // for those that are nearly as light as the ground
    renderer.setUseOutlinePaint(true);
    renderer.setDefaultOutlinePaint(Style.EDGE);
    renderer.setAutoPopulateSeriesOutlinePaint(false);
    renderer.setDefaultStroke(Style.solid(0.4f));
    renderer.setAutoPopulateSeriesStroke(false);
    return renderer;
  }
}
