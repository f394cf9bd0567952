package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.InfluenceFigure;
import dev.parallax.report.figure.drawing.Picture;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
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
    double size = many ? 1.6 : 4.2;
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
    renderer.setSeriesPaint(0, Style.BLUE);
    renderer.setErrorPaint(Style.BLUE);
    renderer.setErrorStroke(Style.solid(many ? 0.3f : 1.1f));
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

  /** Finds places beside points for their names, so that no two overlap. */
  private static final class NamePlaces {
    private static final Color VEIL = new Color(0xFF, 0xFF, 0xFF, 0xC0); // over other rows' stems
    private static final double LETTER = 8; // widths and heights in pixels, rather too large
    private static final double LINE = 16;
    private static final double ACROSS = Picture.WIDTH - 90;
    private static final double UP = Picture.HEIGHT - 70;
    private static final int FARTHEST = 6;

    private final Range x;
    private final Range y;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** A plot with these axes. */
    NamePlaces(Range x, Range y) {
      this.x = x;
      this.y = y;
    }

    /** The name at the right or the left of its point, as many lines above or below as it takes. */
    XYTextAnnotation place(String name, double atX, double atY) {
      double width = LETTER * name.length() + 2 * LETTER;
      double across = (atX - x.getLowerBound()) / x.getLength() * ACROSS;
      double up = (atY - y.getLowerBound()) / y.getLength() * UP;
      for (int lines = 0; ; lines = lines > 0 ? -lines : 1 - lines) {
        for (boolean right : new boolean[] {true, false}) {
          double from = right ? across : across - width;
          Rectangle2D box = new Rectangle2D.Double(from, up + LINE * (lines - 0.5), width, LINE);
          boolean inside =
              from >= 0 && from + width <= ACROSS && box.getMinY() >= 0 && box.getMaxY() <= UP;
          boolean free = inside && taken.stream().noneMatch(box::intersects);
          if (free || lines >= FARTHEST) {
            taken.add(box);
            return text(name, right, atX, atY + lines * LINE / UP * y.getLength());
          }
        }
      }
    }

    private static XYTextAnnotation text(String name, boolean right, double atX, double atY) {
      XYTextAnnotation text = new XYTextAnnotation(right ? "  " + name : name + "  ", atX, atY);
      text.setFont(Style.FONT);
      text.setPaint(Style.INK);
      text.setBackgroundPaint(VEIL);
      text.setTextAnchor(right ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
      return text;
    }
  }
}
