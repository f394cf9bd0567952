package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.DistributionFigure;
import dev.parallax.report.figure.IntervalMark;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
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
  static final int ROW = 18;

  private final DistributionFigure figure;
  private final NumberAxis axis;

  private DistributionChart(DistributionFigure figure) {
    this.figure = figure;
    double[] extent = figure.extent();
    axis = Style.axis(figure.axis(), extent[0], extent[1]);
  }

  static JFreeChart of(DistributionFigure figure) {
    DistributionChart chart = new DistributionChart(figure);
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(chart.axis);
    both.setGap(4);
    both.add(chart.histogram(), 230);
    if (!figure.intervals().isEmpty()) {
      both.add(chart.intervals(), Math.max(1, ROW * figure.intervals().size()));
    }
    both.setOutlineVisible(false);
    return Style.chart(both, false, figure.note());
  }

  private XYPlot histogram() {
    XYPlot plot = HistogramPlot.of(figure.histogram(), "resamples");
    plot.addDomainMarker(estimate(true));
    return plot;
  }

  private ValueMarker estimate(boolean labelled) {
    ValueMarker marker = new ValueMarker(figure.estimate(), Style.INK, Style.solid(1.1f));
    if (labelled) {
      boolean right = figure.estimate() < axis.getRange().getCentralValue();
      marker.setLabel("estimate");
      marker.setLabelFont(Style.FONT);
      marker.setLabelPaint(Style.INK);
      marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
      marker.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
      marker.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
      marker.setLabelOffset(new RectangleInsets(1, 4, 1, 4));
    }
    return marker;
  }

  private XYPlot intervals() {
    List<IntervalMark> marks = figure.intervals();
    String[] labels = new String[marks.size()];
    for (int i = 0; i < marks.size(); i++) {
      labels[labels.length - 1 - i] = Style.fitting(marks.get(i).label(), 28);
    }
    RowNames rows = new RowNames(labels);
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
    double low = Math.max(figure.from(mark), axis.getLowerBound());
    double high = Math.min(figure.to(mark), axis.getUpperBound());
    Color colour = Style.colour(method);
    plot.addAnnotation(
        new XYLineAnnotation(low, row, high, row, Style.stroke(method, 1.8f), colour));
    for (double end : new double[] {mark.low(), mark.high()}) {
      boolean there = end >= figure.least() && end <= figure.greatest();
      if (there && Double.isFinite(end)) {
        plot.addAnnotation(
            new XYLineAnnotation(end, row - 0.28, end, row + 0.28, Style.solid(1.5f), colour));
      }
    }
  }
}
