package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.LineFigure;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Points, line and band. */
final class LineChart {
  private static final int MANY = 1000;

  /** Of the points' height, by which the band may go beyond it; a wide one is cut. */
  private static final double MARGIN = 0.5;

  private final LineFigure figure;
  private final NumberAxis across;
  private final NumberAxis up;

  private LineChart(LineFigure figure) {
    this.figure = figure;
    LineFigure.Points points = figure.points();
    double[] x = ends(points.x(), points.xErrors());
    double[] y = ends(points.y(), points.yErrors());
    across = Style.axis(points.xAxis(), x[0], x[x.length - 1]);
    double most = MARGIN * (y[y.length - 1] - y[0]);
    double low = Math.max(y[0] - most, Math.min(y[0], least(figure.band().low())));
    double high = Math.min(y[y.length - 1] + most, Math.max(y[y.length - 1], greatest()));
    up = Style.axis(points.yAxis(), low, high);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
  }

  private double greatest() {
    double[] high = figure.band().high();
    return Arrays.stream(high).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
  }

  private static double[] ends(double[] values, double[][] errors) {
    IntStream rows = IntStream.range(0, values.length);
    DoubleStream ends =
        errors[0].length == 0
            ? Arrays.stream(values)
            : rows.boxed()
                .flatMapToDouble(
                    i -> DoubleStream.of(values[i] - errors[0][i], values[i] + errors[1][i]));
    return ends.filter(Double::isFinite).sorted().toArray();
  }

  static JFreeChart of(LineFigure figure) {
    LineChart chart = new LineChart(figure);
    XYPlot plot =
        Style.dressed(new XYPlot(chart.band(), chart.across, chart.up, Style.bandRenderer()));
    plot.setDataset(1, chart.points());
    plot.setRenderer(1, chart.pointRenderer());
    plot.setDataset(2, chart.lines());
    plot.setRenderer(2, lineRenderer());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setFixedLegendItems(chart.legend());
    return Style.chart(plot, true, "");
  }

  private YIntervalSeriesCollection band() {
    LineFigure.Band band = figure.band();
    return Style.band(band.x(), band.low(), band.high());
  }

  private LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    Shape dot = new Ellipse2D.Double(-2, -2, 4, 4);
    Shape box = new Rectangle2D.Double(-8, -4, 16, 8);
    Shape dash = new Line2D.Double(-10, 0, 10, 0);
    String none = "";
    items.add(new LegendItem(shown(figure.points().label()), none, none, none, dot, Style.INK));
    items.add(
        new LegendItem(
            shown(figure.line().label()),
            none,
            none,
            none,
            dash,
            Style.solid(1.5f),
            Style.VERMILION));
    items.add(new LegendItem(shown(figure.band().label()), none, none, none, box, Style.TINT));
    return items;
  }

  private static String shown(String label) {
    return Style.fitting(label, 48);
  }

  private XYIntervalSeriesCollection points() {
    LineFigure.Points points = figure.points();
    XYIntervalSeries series = new XYIntervalSeries("points", false, true);
    for (int i = 0; i < points.x().length; i++) {
      double x = points.x()[i];
      double y = points.y()[i];
      double[] dx = errors(points.xErrors(), i);
      double[] dy = errors(points.yErrors(), i);
      series.add(x, x - dx[0], x + dx[1], y, y - dy[0], y + dy[1]);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static double[] errors(double[][] errors, int i) {
    return errors[0].length == 0 ? new double[2] : new double[] {errors[0][i], errors[1][i]};
  }

  private XYErrorRenderer pointRenderer() {
    boolean many = figure.points().x().length > MANY;
    double size = many ? 1.6 : 4;
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
    renderer.setSeriesPaint(0, many ? new Color(0x22, 0x22, 0x22, 90) : Style.INK);
    renderer.setErrorStroke(Style.solid(many ? 0.3f : 0.8f));
    renderer.setErrorPaint(Style.EDGE);
    renderer.setCapLength(0);
    renderer.setDrawXError(figure.points().xErrors()[0].length > 0);
    renderer.setDrawYError(figure.points().yErrors()[0].length > 0);
    return renderer;
  }

  /** The line, and the edges of the band, for print in which a tint is lost. */
  private XYSeriesCollection lines() {
    LineFigure.Band band = figure.band();
    XYSeries line = new XYSeries("line");
    XYSeries low = new XYSeries("low");
    XYSeries high = new XYSeries("high");
    for (int i = 0; i < band.x().length; i++) {
      double x = band.x()[i];
      line.add(x, figure.line().intercept() + figure.line().slope() * x);
      low.add(x, band.low()[i]);
      high.add(x, band.high()[i]);
    }
    XYSeriesCollection data = new XYSeriesCollection(line);
    data.addSeries(low);
    data.addSeries(high);
    return data;
  }

  private static XYLineAndShapeRenderer lineRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, Style.VERMILION);
    renderer.setSeriesStroke(0, Style.solid(1.5f));
    for (int edge = 1; edge <= 2; edge++) {
      renderer.setSeriesPaint(edge, Style.BLUE);
      renderer.setSeriesStroke(edge, Style.stroke(1, 0.8f));
    }
    return renderer;
  }
}
