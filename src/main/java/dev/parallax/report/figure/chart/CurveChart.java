package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.CurveFigure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Curves with their points and error bars. */
final class CurveChart {
  private static final int MARKED = 60; // points of a curve that are seen one by one
  private static final int MANY = 500;
  private static final float LINE = 1.4f;

  private CurveChart() {}

  static JFreeChart of(CurveFigure figure) {
    Extent across = new Extent();
    Extent up = new Extent();
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    for (CurveFigure.Curve curve : figure.curves()) {
      across.add(curve.x());
      data.addSeries(series(curve, up, data.getSeriesCount()));
    }
    figure.band().ifPresent(band -> up.add(band.low()));
    figure.band().ifPresent(band -> up.add(band.high()));
    XYPlot plot =
        Style.dressed(
            new XYPlot(
                data,
                Style.axis(figure.x(), across.low(), across.high(), Style.ACROSS),
                Style.upwards(figure.y(), up.low(), up.high()),
                renderer(figure)));
    boolean several = figure.curves().size() > 1;
    if (several) {
      plot.setFixedLegendItems(legend(figure));
    }
    figure.band().ifPresent(band -> addTo(plot, band));
    return Style.chart(plot, several, figure.note());
  }

  private static void addTo(XYPlot plot, CurveFigure.Band band) {
    plot.setDataset(1, Style.band(band.x(), band.low(), band.high()));
    plot.setRenderer(1, Style.bandRenderer()); // below the curves, as the last is drawn first
  }

  /** The points, whose ends of error bars extend the axis. */
  static XYIntervalSeries series(CurveFigure.Curve curve, Extent up, int number) {
    XYIntervalSeries series = new XYIntervalSeries(number, false, true);
    for (int i = 0; i < curve.x().length; i++) {
      double x = curve.x()[i];
      double y = Double.isFinite(curve.y()[i]) ? curve.y()[i] : Double.NaN;
      double error = curve.errors().length > 0 ? curve.errors()[i] : 0;
      double half = Double.isFinite(error) ? error : 0;
      series.add(x, x, x, y, y - half, y + half);
      up.add(y - half);
      up.add(y + half);
    }
    return series;
  }

  private static XYErrorRenderer renderer(CurveFigure figure) {
    int most = figure.curves().stream().mapToInt(curve -> curve.x().length).max().orElse(0);
    XYErrorRenderer renderer = dots(most);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDrawYError(figure.hasErrors());
    renderer.setDefaultLinesVisible(figure.joined());
    boolean shapes = figure.band().isEmpty() && most <= MARKED;
    renderer.setDefaultShapesVisible(shapes || !figure.joined());
    boolean several = figure.curves().size() > 1;
    for (int i = 0; i < figure.curves().size(); i++) {
      CurveFigure.Curve curve = figure.curves().get(i);
      Color colour = Style.colour(i);
      renderer.setSeriesPaint(i, colour);
      renderer.setSeriesStroke(i, i == 0 ? Style.solid(LINE) : Style.stroke(i, LINE));
      renderer.setSeriesShape(
          i, figure.joined() ? dot(most) : Style.mark(i, (several ? 1.25 : 1) * size(most)));
      if (figure.joined() && hasLonelyPoint(curve)) {
        renderer.setSeriesShapesVisible(i, true);
      }
    }
    return renderer;
  }

  /** Points of a size that suits their number, with bars in y. */
  static XYErrorRenderer dots(int points) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setDefaultLinesVisible(false);
    renderer.setErrorStroke(new BasicStroke(points > MANY ? 0.5f : 0.9f));
    renderer.setCapLength(points > MARKED ? 0 : 3);
    renderer.setDrawXError(false);
    return renderer;
  }

  static Shape dot(int points) {
    return Style.mark(0, size(points));
  }

  /** How large a point is, where there are so many. */
  private static double size(int points) {
    return points > MANY ? 1.6 : points > MARKED ? 2.6 : 4.2;
  }

  /** Whether a point would not be seen, as no line reaches it. */
  private static boolean hasLonelyPoint(CurveFigure.Curve curve) {
    double[] y = curve.y();
    for (int i = 0; i < y.length; i++) {
      boolean left = i > 0 && Double.isFinite(y[i - 1]);
      boolean right = i + 1 < y.length && Double.isFinite(y[i + 1]);
      if (Double.isFinite(y[i]) && !left && !right) {
        return true;
      }
    }
    return false;
  }

  /** What tells the curves apart, then the curves. */
  private static LegendItemCollection legend(CurveFigure figure) {
    LegendItemCollection items = new LegendItemCollection();
    Shape dash = new Line2D.Double(-11, 0, 11, 0);
    if (!figure.key().isEmpty()) {
      items.add(Style.legendTitle(figure.key()));
    }
    for (int i = 0; i < figure.curves().size(); i++) {
      String text = Style.label(figure.curves().get(i).label(), 28);
      Color colour = Style.colour(i);
      items.add(
          figure.joined()
              ? new LegendItem(text, "", "", "", dash, Style.stroke(i, 1.6f), colour)
              : new LegendItem(text, "", "", "", Style.mark(i, 5), colour));
    }
    return items;
  }
}
