package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.scale.Ticks;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Which colour stands for which number: an axis at the right of a plot, beside a strip of colour.
 */
final class ColourBar extends NumberAxis {
  private static final long serialVersionUID = 1;
  private static final int STEPS = 128;
  private static final double GAP = 8;
  private static final double STRIP = 12;
  private static final String LOGARITHMIC = " (logarithmic)";

  private final transient Viridis colours;
  private final boolean log;

  private ColourBar(String label, Viridis colours, boolean log) {
    super(label);
    setAutoRangeIncludesZero(false);
    this.colours = colours;
    this.log = log;
    setRange(colours.low(), colours.high());
    setAxisLineVisible(false);
    setMinorTickMarksVisible(true);
  }

  /**
   * Puts the bar for a value beside a plot.
   *
   * @param log whether the colours are those of the value's decadic logarithm
   */
  static void addTo(XYPlot plot, String value, Viridis colours, boolean log) {
    String label =
        log
            ? Style.fitting(value, Style.UP - LOGARITHMIC.length()) + LOGARITHMIC
            : Style.fitting(value, Style.UP);
    plot.setRangeAxis(1, Style.dressed(new ColourBar(label, colours, log)));
    plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
  }

  @Override
  public AxisSpace reserveSpace(
      Graphics2D graphics, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
    AxisSpace reserved = super.reserveSpace(graphics, plot, area, edge, space);
    reserved.add(GAP + STRIP, edge);
    return reserved;
  }

  @Override
  public AxisState draw(
      Graphics2D graphics,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D area,
      RectangleEdge edge,
      PlotRenderingInfo info) {
    double step = area.getHeight() / STEPS;
    for (int i = 0; i < STEPS; i++) {
      double share = (i + 0.5) / STEPS;
      graphics.setPaint(colours.getPaint(colours.low() + share * (colours.high() - colours.low())));
      double y = area.getMaxY() - (i + 1) * step;
      // Each reaches under the one above, lest the ground shine through between them.
      double tall = i + 1 < STEPS ? step + 0.5 : step;
      graphics.fill(new Rectangle2D.Double(cursor + GAP, y - (tall - step), STRIP, tall));
    }
    return super.draw(graphics, cursor + GAP + STRIP, plotArea, area, edge, info);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    if (!log) {
      return RoundAxis.ticks(this, List.of(), false, graphics, area, edge)
          .map(tick -> RoundAxis.shown(tick, edge))
          .toList();
    }
    Ticks.Room room =
        new Ticks.Room(
            Math.pow(10, getLowerBound()),
            Math.pow(10, getUpperBound()),
            true,
            area.getHeight(),
            false,
            text -> 0);
    return Ticks.decades(room).stream()
        .map(tick -> new Ticks.Tick(Math.log10(tick.value()), tick.text()))
        .map(tick -> RoundAxis.shown(tick, edge))
        .toList();
  }
}
