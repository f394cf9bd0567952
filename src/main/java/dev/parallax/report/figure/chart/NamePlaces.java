package dev.parallax.report.figure.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** Finds places beside points for their names, so that no two overlap. */
final class NamePlaces {
  private static final double LETTER = 8; // widths and heights in pixels, rather too large
  private static final double LINE = 18;
  private static final double ACROSS = Picture.WIDTH - 120;
  private static final double UP = Picture.HEIGHT - 90;
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
    text.setTextAnchor(right ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
    return text;
  }
}
