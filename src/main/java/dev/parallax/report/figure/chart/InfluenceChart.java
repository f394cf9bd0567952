package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.InfluenceFigure;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** A stem for each row, and the names of the most influential ones. */
final class InfluenceChart {
  private static final int NAMED = 5;
  private static final int MANY = 500;

  private InfluenceChart() {}

  static JFreeChart of(InfluenceFigure figure) {
    double[] values = figure.influences();
    double low = Math.min(0, Arrays.stream(values).filter(Double::isFinite).min().orElse(0));
    double high = Math.max(0, Arrays.stream(values).filter(Double::isFinite).max().orElse(0));
    int[] numbers = figure.numbers();
    double last = Math.max(numbers[0] + 1.0, numbers[numbers.length - 1]);
    NumberAxis rows = Style.axis(figure.item(), numbers[0], last);
    NumberAxis up = Style.axis(figure.axis(), low, high > low ? high : low + 1);
    XYIntervalSeries series = new XYIntervalSeries("rows", false, true);
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      int row = numbers[i];
      series.add(row, row, row, value, Math.min(0, value), Math.max(0, value));
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    XYPlot plot = Style.dressed(new XYPlot(data, rows, up, renderer(values.length > MANY)));
    plot.addRangeMarker(new ValueMarker(0, Style.INK, Style.solid(0.8f)));
    NamePlaces places = new NamePlaces(rows.getRange(), up.getRange());
    for (int row : mostInfluential(values)) {
      String name = Style.fitting(figure.rows().get(row), 30);
      plot.addAnnotation(places.place(name, numbers[row], values[row]));
    }
    return Style.chart(plot, false, "");
  }

  private static XYErrorRenderer renderer(boolean many) {
    double size = many ? 2.4 : 6;
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
    renderer.setSeriesPaint(0, Style.BLUE);
    renderer.setErrorPaint(Style.BLUE);
    renderer.setErrorStroke(Style.solid(many ? 0.4f : 1.4f));
    renderer.setCapLength(0);
    renderer.setDrawXError(false);
    renderer.setDrawYError(!many);
    return renderer;
  }

  private static List<Integer> mostInfluential(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> Double.isFinite(values[i]) && values[i] != 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
        .limit(NAMED)
        .toList();
  }
}
