package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Contours;
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

/** Contours and a mark on a map: white with a dark edge, so that they are seen on any colour. */
final class ContourLines extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final double SIZE = 6;
  private static final float LINE = 1.8f;
  private static final float RIM = 0.7f;
  private static final Stroke EDGE = Style.solid(RIM);

  /** White on dark ground too. */
  private static final Color WHITE = new Color(0xFEFEFE);

  private static final Color DARK = new Color(0x232323);

  private final transient Contours contours;

  private ContourLines(Contours contours) {
    this.contours = contours;
  }

  /** Puts them on a plot and into its legend. */
  static void addTo(XYPlot plot, Contours contours) {
    plot.addAnnotation(new ContourLines(contours));
    LegendItemCollection items = new LegendItemCollection();
    contours
        .mark()
        .map(mark -> item(Style.label(mark.label(), 40), dot(0, 0)))
        .ifPresent(items::add);
    for (int i = 0; i < contours.lines().size(); i++) {
      Shape line = new Line2D.Double(-11, 0, 11, 0);
      items.add(item(Style.label(contours.lines().get(i).label(), 28), outline(line, i)));
    }
    plot.setFixedLegendItems(items);
  }

  private static LegendItem item(String label, Shape shape) {
    return new LegendItem(label, "", "", "", shape, WHITE, EDGE, DARK);
  }

  /** A straight line as an area. */
  private static Shape outline(Shape line, int level) {
    return stroke(level, LINE).createStrokedShape(line);
  }

  private static Stroke stroke(int level, float width) {
    return level == 0 ? Style.solid(width) : Style.stroke(level, width);
  }

  /** White over a wider dark line: an area around a path has other corners on each Java. */
  private static void draw(Graphics2D graphics, Shape path, int level) {
    graphics.setPaint(DARK);
    graphics.setStroke(stroke(level, LINE + RIM));
    graphics.draw(path);
    graphics.setPaint(WHITE);
    graphics.setStroke(stroke(level, LINE - RIM));
    graphics.draw(path);
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
    for (int i = 0; i < contours.lines().size(); i++) {
      for (double[][] path : contours.lines().get(i).paths()) {
        draw(graphics, shape(path, area, across, up), i);
      }
    }
    contours
        .mark()
        .ifPresent(
            mark -> {
              double x = across.valueToJava2D(mark.x(), area, RectangleEdge.BOTTOM);
              double y = up.valueToJava2D(mark.y(), area, RectangleEdge.LEFT);
              draw(graphics, dot(x, y));
            });
  }

  private static void draw(Graphics2D graphics, Shape shape) {
    graphics.setPaint(WHITE);
    graphics.fill(shape);
    graphics.setStroke(EDGE);
    graphics.setPaint(DARK);
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
