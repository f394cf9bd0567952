package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.HistogramFigure;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often a response has which values. */
final class Histograms {
  private Histograms() {}

  static HistogramFigure of(String name, ItemColumn response, String note) {
    double[] values = Arrays.stream(response.values()).filter(Double::isFinite).toArray();
    Histogram histogram = Histogram.counted(values);
    String all =
        Stream.of(note, histogram.outside("items"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new HistogramFigure(name, response.label(), "items", histogram, all);
  }
}
