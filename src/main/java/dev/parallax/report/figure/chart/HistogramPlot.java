package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Histogram;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Bars of a histogram, in percent. */
final class HistogramPlot {
  private HistogramPlot() {}

  /** The plot, without an axis across. */
  static XYPlot of(Histogram histogram, String counted) {
    XYIntervalSeries series = new XYIntervalSeries(counted);
    double highest = 0;
    for (int bin = 0; bin < histogram.shares().length; bin++) {
      double from = histogram.low() + bin * histogram.width();
      double share = 100 * histogram.shares()[bin];
      series.add(from, from, from + histogram.width(), share, 0, share);
      highest = Math.max(highest, share);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    XYBarRenderer bars = new XYBarRenderer();
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setSeriesPaint(0, Style.PALE);
    bars.setDrawBarOutline(true);
    bars.setSeriesOutlinePaint(0, Style.EDGE);
    bars.setSeriesOutlineStroke(0, Style.solid(0.6f));
    NumberAxis shares = Style.axis(counted + " [%]", 0, highest);
    shares.setRange(0, highest > 0 ? Math.min(1.1 * highest, Math.max(100, highest)) : 100);
    return Style.dressed(new XYPlot(data, null, shares, bars));
  }
}
