package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.DistributionFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.report.figure.HistogramFigure;
import dev.parallax.report.figure.InfluenceFigure;
import dev.parallax.report.figure.LineFigure;
import dev.parallax.report.figure.PanelsFigure;
import dev.parallax.report.figure.ScatterFigure;
import dev.parallax.report.figure.TimelineFigure;
import dev.parallax.report.figure.drawing.Picture;
import org.jfree.chart.JFreeChart;

/** The chart of each kind of figure; the drawing code is loaded here. */
final class Charts {
  private Charts() {}

  static Picture picture(Figure figure) {
    if (figure instanceof DistributionFigure distribution) {
      int note = distribution.note().isEmpty() ? 0 : distribution.note().length() > 80 ? 34 : 20;
      int rows = distribution.intervals().size();
      int height = 290 + DistributionChart.ROW * rows + note;
      return new Picture(height, DistributionChart.of(distribution)::draw);
    }
    if (figure instanceof HistogramFigure histogram) {
      return new Picture(Picture.HEIGHT - 80, HistogramChart.of(histogram)::draw);
    }
    if (figure instanceof PanelsFigure panels) {
      PanelGrid grid = new PanelGrid(panels);
      return new Picture(grid.height(), grid::draw);
    }
    if (figure instanceof TimelineFigure timeline) {
      TimelineChart chart = new TimelineChart(timeline);
      return new Picture(chart.height(), chart.chart()::draw);
    }
    return new Picture(Picture.HEIGHT, chart(figure)::draw);
  }

  /** The chart of a figure whose picture has the common height. */
  private static JFreeChart chart(Figure figure) {
    if (figure instanceof CurveFigure curves) {
      return CurveChart.of(curves);
    }
    if (figure instanceof HeatFigure heat) {
      return HeatChart.of(heat);
    }
    if (figure instanceof InfluenceFigure influence) {
      return InfluenceChart.of(influence);
    }
    if (figure instanceof LineFigure line) {
      return LineChart.of(line);
    }
    return ScatterChart.of((ScatterFigure) figure);
  }
}
