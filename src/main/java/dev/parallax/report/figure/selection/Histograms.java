package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.HistogramFigure;
import java.util.Arrays;

/** How often a response has which values. */
final class Histograms {
  private Histograms() {}

  static HistogramFigure of(String name, ItemColumn response, String note) {
    double[] values = Arrays.stream(response.values()).filter(Double::isFinite).toArray();
    return new HistogramFigure(name, response.label(), "items", Histogram.counted(values), note);
  }
}
