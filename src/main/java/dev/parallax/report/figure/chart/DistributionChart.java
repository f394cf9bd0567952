package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.DistributionFigure;
import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.IntervalMark;
import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** The histogram above, a line for each interval below, on one axis. */
final class DistributionChart {
  static final int ROW = 26;

  private final DistributionFigure figure;
  private final NumberAxis axis;

  private DistributionChart(DistributionFigure figure) {
    this.figure = figure;
    Histogram histogram = figure.histogram();
    double end = histogram.low() + histogram.width() * histogram.shares().length;
    double[] places =
        DoubleStream.concat(
                DoubleStream.of(histogram.low(), end, figure.estimate()),
                figure.intervals().stream()
                    .flatMapToDouble(i -> DoubleStream.of(i.low(), i.high())))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    axis = Style.axis(figure.axis(), places[0], places[places.length - 1]);
  }

  static JFreeChart of(DistributionFigure figure) {
    DistributionChart chart = new DistributionChart(figure);
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(chart.axis);
    both.setGap(4);
    both.add(chart.histogram(), 360);
    if (!figure.intervals().isEmpty()) {
      both.add(chart.intervals(), Math.max(1, ROW * figure.intervals().size()));
    }
    both.setOutlineVisible(false);
    return Style.chart(both, false, "");
  }

  private XYPlot histogram() {
    XYPlot plot = HistogramPlot.of(figure.histogram(), "resamples");
    plot.addDomainMarker(estimate(true));
    return plot;
  }

  private ValueMarker estimate(boolean labelled) {
    ValueMarker marker = new ValueMarker(figure.estimate(), Style.INK, Style.solid(1.6f));
    if (labelled) {
      boolean right = figure.estimate() < axis.getRange().getCentralValue();
      marker.setLabel("estimate");
      marker.setLabelFont(Style.FONT);
      marker.setLabelPaint(Style.INK);
      marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
      marker.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
      marker.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
      marker.setLabelOffset(new RectangleInsets(2, 6, 2, 6));
    }
    return marker;
  }

  private XYPlot intervals() {
    List<IntervalMark> marks = figure.intervals();
    String[] labels = new String[marks.size()];
    for (int i = 0; i < marks.size(); i++) {
      labels[labels.length - 1 - i] = Style.fitting(marks.get(i).label(), 40);
    }
    SymbolAxis rows = Style.dressed(new SymbolAxis(null, labels));
    rows.setGridBandsVisible(false);
    rows.setTickMarksVisible(false);
    rows.setAxisLineVisible(false);
    rows.setRange(-0.6, marks.size() - 0.4);
    XYPlot plot =
        Style.dressed(
            new XYPlot(new XYSeriesCollection(), null, rows, new XYLineAndShapeRenderer()));
    plot.addDomainMarker(estimate(false));
    List<String> methods = marks.stream().map(IntervalMark::method).distinct().toList();
    for (int i = 0; i < marks.size(); i++) {
      draw(plot, marks.get(i), marks.size() - 1 - i, methods.indexOf(marks.get(i).method()));
    }
    return plot;
  }

  private void draw(XYPlot plot, IntervalMark mark, int row, int method) {
    double low = Math.max(mark.low(), axis.getLowerBound());
    double high = Math.min(mark.high(), axis.getUpperBound());
    Color colour = Style.colour(method);
    plot.addAnnotation(
        new XYLineAnnotation(low, row, high, row, Style.stroke(method, 2.6f), colour));
    for (double end : new double[] {mark.low(), mark.high()}) {
      if (Double.isFinite(end)) {
        plot.addAnnotation(
            new XYLineAnnotation(end, row - 0.28, end, row + 0.28, Style.solid(2.2f), colour));
      }
    }
  }
}
