package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.PanelsFigure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Panels in rows, all with one scale upwards, which is written at the left of each row. */
final class PanelGrid {
  private static final int ROW = 160;
  private static final int LETTERS = 16; // of a label upwards
  private static final int NOTE = 34;
  private static final int SCALE = 58; // the width of the scale's labels
  private static final double SPREAD = 0.5;
  private static final double GOLDEN = 0.6180339887; // its multiples fill the space evenly
  private static final int NAMES = 40; // the height of the parameters' labels

  private final PanelsFigure figure;
  private final int columns;
  private final Extent up = new Extent();
  private final List<JFreeChart> charts = new ArrayList<>();

  PanelGrid(PanelsFigure figure) {
    this.figure = figure;
    int panels = figure.panels().size();
    this.columns = panels == 4 ? 2 : Math.min(3, panels);
    List<XYIntervalSeries> series =
        figure.panels().stream().map(p -> CurveChart.series(spread(p), up, 0)).toList();
    up.add(figure.overall());
    for (int i = 0; i < panels; i++) {
      charts.add(chart(figure.panels().get(i), series.get(i), i % columns == 0));
    }
  }

  /** Points of one text beside each other, so that it is seen how many there are. */
  private CurveFigure.Curve spread(PanelsFigure.Panel panel) {
    CurveFigure.Curve points = panel.points();
    if (figure.means() || !panel.x().isText()) {
      return points;
    }
    double[] x = new double[points.x().length];
    Arrays.setAll(x, i -> points.x()[i] + SPREAD * (i * GOLDEN % 1 - 0.5));
    return new CurveFigure.Curve(points.label(), x, points.y(), points.errors());
  }

  int height() {
    return rows() * ROW + (figure.note().isEmpty() ? 16 : NOTE);
  }

  private int rows() {
    return (figure.panels().size() + columns - 1) / columns;
  }

  void draw(Graphics2D graphics, Rectangle2D area) {
    graphics.setPaint(Color.WHITE);
    graphics.fill(area);
    double width = (area.getWidth() - SCALE) / columns;
    for (int i = 0; i < charts.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      double x = area.getX() + column * width + (column == 0 ? 0 : SCALE);
      double y = area.getY() + 8 + (double) ROW * row;
      double wide = column == 0 ? width + SCALE : width;
      charts.get(i).draw(graphics, new Rectangle2D.Double(x, y, wide, ROW));
    }
    if (!figure.note().isEmpty()) {
      JFreeChart note = Style.chart(new XYPlot(), false, figure.note());
      double y = area.getY() + 8 + (double) ROW * rows();
      note.getPlot().setBackgroundPaint(Color.WHITE);
      note.getPlot().setOutlineVisible(false);
      note.draw(graphics, new Rectangle2D.Double(area.getX(), y, area.getWidth(), NOTE));
    }
  }

  private JFreeChart chart(PanelsFigure.Panel panel, XYIntervalSeries series, boolean first) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    XYPlot plot = Style.dressed(new XYPlot(data, names(panel), scale(first), renderer(panel)));
    plot.setFixedRangeAxisSpace(space(first ? SCALE : 8, true));
    plot.setFixedDomainAxisSpace(space(NAMES, false));
    if (Double.isFinite(figure.overall())) {
      plot.addRangeMarker(
          0,
          new ValueMarker(figure.overall(), Style.EDGE, Style.stroke(1, 0.8f)),
          Layer.BACKGROUND);
    }
    JFreeChart chart = Style.chart(plot, false, "");
    chart.setPadding(new RectangleInsets(4, 2, 2, 8));
    return chart;
  }

  /** The axis of a parameter. */
  private ValueAxis names(PanelsFigure.Panel panel) {
    Extent across = new Extent();
    across.add(panel.points().x());
    int letters = Style.ACROSS / columns;
    ValueAxis names = Style.axis(panel.x(), across.low(), across.high(), letters * 6 / 5);
    names.setTickLabelFont(Style.MEDIUM);
    names.setTickLabelInsets(new RectangleInsets(3, 2, 3, 2));
    names.setLabel(Style.label(panel.x().label(), letters));
    return names;
  }

  /** The axis upwards, whose labels are beside the first panel of a row. */
  private ValueAxis scale(boolean first) {
    ValueAxis scale = Style.upwards(figure.y(), up.low(), up.high());
    scale.setLabel(first ? Style.label(figure.y().label(), LETTERS) : null);
    scale.setTickLabelFont(Style.MEDIUM);
    scale.setTickLabelsVisible(first);
    return scale;
  }

  private static AxisSpace space(double size, boolean left) {
    AxisSpace space = new AxisSpace();
    if (left) {
      space.setLeft(size);
    } else {
      space.setBottom(size);
    }
    return space;
  }

  private XYErrorRenderer renderer(PanelsFigure.Panel panel) {
    int points = panel.points().x().length;
    XYErrorRenderer renderer = CurveChart.dots(points);
    renderer.setDefaultLinesVisible(figure.means() && !panel.x().isText());
    renderer.setSeriesPaint(0, Style.BLUE);
    renderer.setSeriesStroke(0, Style.solid(1.1f));
    renderer.setSeriesShape(0, CurveChart.dot(figure.means() ? points : 3 * points));
    renderer.setDrawYError(figure.means());
    return renderer;
  }
}
