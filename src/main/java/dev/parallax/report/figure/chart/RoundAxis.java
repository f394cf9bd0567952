package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.scale.Ticks;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis whose numbers are chosen by {@link Ticks}. */
final class RoundAxis extends NumberAxis {
  private static final long serialVersionUID = 1;

  private final transient List<Double> marks;

  /**
   * An axis without a range.
   *
   * @param marks where its numbers are, if there is room for all of them
   */
  RoundAxis(String label, List<Double> marks) {
    super(label);
    this.marks = List.copyOf(marks);
    setAutoRangeIncludesZero(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return ticks(this, marks, false, graphics, area, edge).map(t -> shown(t, edge)).toList();
  }

  /** The ticks of an axis, as they are on it. */
  static Stream<Ticks.Tick> ticks(
      ValueAxis axis,
      List<Double> marks,
      boolean log,
      Graphics2D graphics,
      Rectangle2D area,
      RectangleEdge edge) {
    boolean across = RectangleEdge.isTopOrBottom(edge);
    Ticks.Room room =
        new Ticks.Room(
            axis.getLowerBound(),
            axis.getUpperBound(),
            log,
            Math.max(1, across ? area.getWidth() : area.getHeight()),
            across,
            text -> width(text, axis.getTickLabelFont(), graphics));
    List<Ticks.Tick> wanted = Ticks.at(marks, room);
    List<Ticks.Tick> round = log ? Ticks.decades(room) : Ticks.round(room);
    return (wanted.isEmpty() ? round : wanted).stream();
  }

  private static double width(String text, Font font, Graphics2D graphics) {
    return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }

  static NumberTick shown(Ticks.Tick tick, RectangleEdge edge) {
    TickType type = tick.text().isEmpty() ? TickType.MINOR : TickType.MAJOR;
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge)
            ? TextAnchor.TOP_CENTER
            : RectangleEdge.LEFT.equals(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
    return new NumberTick(type, tick.value(), tick.text(), anchor, TextAnchor.CENTER, 0);
  }
}
