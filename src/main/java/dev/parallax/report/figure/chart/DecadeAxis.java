package dev.parallax.report.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A logarithmic axis with marks at powers of ten, labelled at some of them, or at digits between
 * them where it spans few.
 */
final class DecadeAxis extends LogAxis {
  private static final long serialVersionUID = 1;

  private final transient List<Double> marks;

  /** An axis without a range. */
  DecadeAxis(String label, List<Double> marks) {
    super(label);
    this.marks = List.copyOf(marks);
    setMinorTickMarksVisible(true);
  }

  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return RoundAxis.ticks(this, marks, true, graphics, area, edge)
        .<ValueTick>map(tick -> RoundAxis.shown(tick, edge))
        .toList();
  }
}
