package dev.parallax.report.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with marks at powers of ten, labelled at some of them, or at 1, 2 and 5 times
 * them where it spans few.
 */
final class DecadeAxis extends LogAxis {
  private static final long serialVersionUID = 1;
  private static final double WIDTH = 60; // of a label, in pixels
  private static final double HEIGHT = 30;

  /** An axis without a range. */
  DecadeAxis(String label) {
    super(label);
    setMinorTickMarksVisible(true);
  }

  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean across = RectangleEdge.isTopOrBottom(edge);
    double length = across ? area.getWidth() : area.getHeight();
    return List.copyOf(
        ticks(getRange().getLowerBound(), getRange().getUpperBound(), length, across));
  }

  /**
   * The marks between two numbers.
   *
   * @param length of the axis, in pixels
   * @param across whether the axis runs across
   */
  static List<NumberTick> ticks(double low, double high, double length, boolean across) {
    TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.floor(Math.log10(high));
    double decades = Math.log10(high / low);
    double most = Math.max(1, length / (across ? WIDTH : HEIGHT));
    int step = (int) Math.ceil(decades / most);
    boolean between = 3 * decades <= most;
    List<NumberTick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int digit = 1; digit <= 9; digit++) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        boolean whole = digit == 1 && Math.floorMod(power, step) == 0;
        boolean labelled = whole || (between && (digit == 2 || digit == 5));
        if (isWithin(value.doubleValue(), low, high) && (labelled || step == 1)) {
          ticks.add(tick(value, power, labelled, anchor));
        }
      }
    }
    return ticks;
  }

  private static boolean isWithin(double at, double low, double high) {
    return at >= low * (1 - 1e-12) && at <= high * (1 + 1e-12);
  }

  private static NumberTick tick(BigDecimal value, int power, boolean labelled, TextAnchor anchor) {
    TickType type = labelled ? TickType.MAJOR : TickType.MINOR;
    String text = labelled ? text(value, power) : "";
    return new NumberTick(type, value.doubleValue(), text, anchor, TextAnchor.CENTER, 0);
  }

  private static String text(BigDecimal value, int power) {
    boolean plain = power >= -4 && power < 6;
    return plain ? value.toPlainString() : value.unscaledValue() + "e" + power;
  }
}
