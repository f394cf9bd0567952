package dev.parallax.report.figure.chart;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.ui.RectangleInsets;

/**
 * An axis of numbers whose room for labels is judged by the numbers that will be written, the round
 * ones, and not by its ends, which may have many digits.
 */
final class NumbersAxis extends NumberAxis {
  private static final long serialVersionUID = 1;

  NumbersAxis(String label) {
    super(label);
  }

  @Override
  protected double estimateMaximumTickLabelWidth(Graphics2D graphics, TickUnit unit) {
    double size = unit.getSize();
    double first = Math.ceil(getLowerBound() / size) * size;
    double last = Math.floor(getUpperBound() / size) * size;
    FontRenderContext context = graphics.getFontRenderContext();
    RectangleInsets insets = getTickLabelInsets();
    double widest =
        Math.max(
            width(unit.valueToString(first), context), width(unit.valueToString(last), context));
    return insets.getLeft() + widest + insets.getRight();
  }

  private double width(String text, FontRenderContext context) {
    return getTickLabelFont().getStringBounds(text, context).getWidth();
  }
}
