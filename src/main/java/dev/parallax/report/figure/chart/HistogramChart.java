package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.HistogramFigure;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** A histogram on its axis. */
final class HistogramChart {
  private HistogramChart() {}

  static JFreeChart of(HistogramFigure figure) {
    Histogram histogram = figure.histogram();
    XYPlot plot = HistogramPlot.of(histogram, figure.of());
    plot.setDomainAxis(Style.axis(figure.axis(), histogram.low(), histogram.high()));
    return Style.chart(plot, false, figure.note());
  }
}
