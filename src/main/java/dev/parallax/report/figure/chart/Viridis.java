package dev.parallax.report.figure.chart;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/**
 * Colours for numbers, of evenly rising lightness, that the colour-blind see too and that stay in
 * order in grey print: viridis by S. van der Walt and N. Smith (2015), between ten of its colours.
 *
 * @param low the number with the darkest colour
 * @param high that with the lightest
 */
record Viridis(double low, double high) implements PaintScale {
  /** Of what is no number. */
  static final Color NEUTRAL = new Color(0xC4C4C4);

  private static final int[] ANCHORS = {
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
    0xFDE725
  };

  /**
   * Where a number lies between the darkest and the lightest colour.
   *
   * @param log whether colours follow the logarithms of numbers, which are positive
   */
  static double place(double value, boolean log) {
    return log ? StrictMath.log10(value) : value;
  }

  /** Colours for these values; of one value alone, for what is around it. */
  static Viridis of(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return new Viridis(0, 1);
    }
    double margin = high > low ? 0 : Math.max(Math.abs(low), Double.MIN_NORMAL) / 20;
    boolean zero = low == 0 && high == 0;
    return zero ? new Viridis(-1, 1) : new Viridis(low - margin, high + margin);
  }

  /** The colour of a number, as red, green and blue. */
  int rgb(double value) {
    if (!Double.isFinite(value)) {
      return NEUTRAL.getRGB() & 0xFFFFFF;
    }
    double share = value / (high - low) - low / (high - low); // no overflow before the division
    double place = Math.max(0, Math.min(1, share)) * (ANCHORS.length - 1);
    int from = Math.min(ANCHORS.length - 2, (int) place);
    double part = place - from;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = ANCHORS[from] >> shift & 0xFF;
      int b = ANCHORS[from + 1] >> shift & 0xFF;
      colour |= (int) Math.round(a + part * (b - a)) << shift;
    }
    return colour;
  }

  @Override
  public double getLowerBound() {
    return low;
  }

  @Override
  public double getUpperBound() {
    return high;
  }

  @Override
  public Paint getPaint(double value) {
    return new Color(rgb(value));
  }
}
