package dev.parallax.report.figure.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Which colour stands for which number. */
final class ColourBar {
  private static final int STEPS = 128;
  private static final String LOGARITHMIC = " (logarithmic)";

  private ColourBar() {}

  /** The bar for a value, at the right of a chart. */
  static PaintScaleLegend of(String value, Viridis colours) {
    return of(Style.axis(Style.fitting(value, Style.UP), colours.low(), colours.high()), colours);
  }

  /** The bar for a value whose colours are those of its decadic logarithm. */
  static PaintScaleLegend logarithmic(String value, Viridis colours) {
    String label = Style.fitting(value, Style.UP - LOGARITHMIC.length()) + LOGARITHMIC;
    return of(Style.dressed(new PowersAxis(label)), colours);
  }

  private static PaintScaleLegend of(NumberAxis axis, Viridis colours) {
    axis.setRange(colours.low(), colours.high());
    axis.setAxisLineVisible(false);
    PaintScaleLegend bar = new PaintScaleLegend(colours, axis);
    bar.setSubdivisionCount(STEPS);
    bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    bar.setPosition(RectangleEdge.RIGHT);
    bar.setStripWidth(14);
    bar.setStripOutlineVisible(false);
    bar.setFrame(BlockBorder.NONE);
    bar.setBackgroundPaint(Color.WHITE);
    bar.setMargin(new RectangleInsets(8, 12, 50, 0));
    return bar;
  }

  /** An axis of logarithms that is labelled with the numbers: the bar has steps of one height. */
  private static final class PowersAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    PowersAxis(String label) {
      super(label);
      setMinorTickMarksVisible(true);
    }

    @Override
    public List<NumberTick> refreshTicks(
        Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
      double low = Math.pow(10, getRange().getLowerBound());
      double high = Math.pow(10, getRange().getUpperBound());
      return DecadeAxis.ticks(low, high, area.getHeight(), false).stream()
          .map(
              tick ->
                  new NumberTick(
                      tick.getTickType(),
                      Math.log10(tick.getValue()),
                      tick.getText(),
                      TextAnchor.CENTER_LEFT,
                      TextAnchor.CENTER,
                      0))
          .toList();
    }
  }
}
