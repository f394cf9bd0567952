package dev.parallax.report.figure.chart;

import java.awt.Color;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Which colour stands for which number. */
final class ColourBar {
  private static final int STEPS = 128;

  private ColourBar() {}

  /** The bar for a value, at the right of a chart. */
  static PaintScaleLegend of(String value, Viridis colours) {
    NumberAxis axis = Style.axis(Style.fitting(value, Style.UP), colours.low(), colours.high());
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
}
