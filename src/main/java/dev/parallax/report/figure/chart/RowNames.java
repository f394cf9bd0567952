package dev.parallax.report.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The names of rows, one above the other: each of them, for there is room. */
final class RowNames extends SymbolAxis {
  private static final long serialVersionUID = 1;

  /** An axis with these names, from below. */
  RowNames(String[] names) {
    super(null, names);
    Style.dressed(this);
    setTickLabelInsets(new RectangleInsets(0, 4, 0, 4));
    setGridBandsVisible(false);
    setTickMarksVisible(false);
    setAxisLineVisible(false);
    setRange(-0.6, Math.max(1, names.length) - 0.4);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return IntStream.range(0, getSymbols().length)
        .mapToObj(
            row ->
                new NumberTick(
                    row, getSymbols()[row], TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0))
        .toList();
  }
}
