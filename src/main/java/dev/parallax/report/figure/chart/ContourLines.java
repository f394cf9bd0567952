package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Contours;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Contours and a mark on a map: dark with a light rim, so that they are seen on any colour. */
final class ContourLines extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final double SIZE = 9;
  private static final Color RIM = new Color(0xFF, 0xFF, 0xFF, 0xD0);

  private final transient Contours contours;

  private ContourLines(Contours contours) {
    this.contours = contours;
  }

  /** Puts them on a plot and into its legend. */
  static void addTo(XYPlot plot, Contours contours) {
    plot.addAnnotation(new ContourLines(contours));
    LegendItemCollection items = new LegendItemCollection();
    String marked = Style.fitting(contours.mark().label(), 40);
    items.add(
        new LegendItem(marked, "", "", "", dot(0, 0), Color.WHITE, Style.solid(1.8f), Style.INK));
    for (int i = 0; i < contours.lines().size(); i++) {
      Shape line = new Line2D.Double(-14, 0, 14, 0);
      String label = contours.lines().get(i).label();
      items.add(new LegendItem(label, "", "", "", line, Style.stroke(i, 1.8f), Style.INK));
    }
    plot.setFixedLegendItems(items);
  }

  private static Shape dot(double x, double y) {
    return new Ellipse2D.Double(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int index,
      PlotRenderingInfo info) {
    Stroke rim = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    for (int i = 0; i < contours.lines().size(); i++) {
      for (double[][] path : contours.lines().get(i).paths()) {
        Path2D shape = shape(path, area, across, up);
        draw(graphics, shape, rim, RIM);
        draw(graphics, shape, Style.stroke(i, 1.8f), Style.INK);
      }
    }
    double x = across.valueToJava2D(contours.mark().x(), area, RectangleEdge.BOTTOM);
    double y = up.valueToJava2D(contours.mark().y(), area, RectangleEdge.LEFT);
    graphics.setPaint(Color.WHITE);
    graphics.fill(dot(x, y));
    draw(graphics, dot(x, y), Style.solid(1.8f), Style.INK);
  }

  private static void draw(Graphics2D graphics, Shape shape, Stroke stroke, Color colour) {
    graphics.setStroke(stroke);
    graphics.setPaint(colour);
    graphics.draw(shape);
  }

  private static Path2D shape(double[][] path, Rectangle2D area, ValueAxis across, ValueAxis up) {
    Path2D shape = new Path2D.Double();
    for (int i = 0; i < path[0].length; i++) {
      double x = across.valueToJava2D(path[0][i], area, RectangleEdge.BOTTOM);
      double y = up.valueToJava2D(path[1][i], area, RectangleEdge.LEFT);
      if (i == 0) {
        shape.moveTo(x, y);
      } else {
        shape.lineTo(x, y);
      }
    }
    return shape;
  }
}
