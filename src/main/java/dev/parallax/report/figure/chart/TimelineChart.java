package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.TimelineFigure;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** A lane for each core at work, with a bar for each slice. */
final class TimelineChart {
  private static final int MOST_LANES = 64;
  private static final double ROOM = 0.045; // of the width, for a bar's name
  private static final double SEEN = 0.003; // the width of the shortest bar
  private static final int LABELLED = 80;

  private final TimelineFigure figure;
  private final List<TimelineLanes.Lane> lanes;
  private final String note;

  TimelineChart(TimelineFigure figure) {
    this.figure = figure;
    List<TimelineLanes.Lane> all = TimelineLanes.of(figure.bars(), figure.end() / 1500);
    int left = all.size() - MOST_LANES;
    this.lanes = left > 0 ? all.subList(0, MOST_LANES) : all;
    String rest = left > 0 ? left + " more lanes are not shown" : "";
    boolean both = left > 0 && !figure.note().isEmpty();
    this.note = figure.note() + (both ? "; " : "") + rest;
  }

  private int lane() {
    return lanes.size() > 24 ? 10 : lanes.size() > 8 ? 16 : 24;
  }

  int height() {
    return 78 + (figure.note().isEmpty() ? 0 : 16) + lane() * Math.max(1, lanes.size());
  }

  JFreeChart chart() {
    TimeUnit unit = TimeUnit.of(figure.end());
    NumberAxis time = Style.axis("time since the start [" + unit.symbol + "]", 0, 1);
    time.setRange(0, Math.max(figure.end(), 1e-6) / unit.seconds);
    String[] names = new String[lanes.size()];
    String above = "";
    for (int i = 0; i < names.length; i++) {
      String where = lanes.get(i).where();
      names[names.length - 1 - i] = where.equals(above) ? "" : Style.fitting(where, 22);
      above = where;
    }
    RowNames rows = new RowNames(names);
    XYPlot plot =
        Style.dressed(
            new XYPlot(new XYSeriesCollection(), time, rows, new XYLineAndShapeRenderer()));
    List<String> workers = lanes.stream().map(TimelineLanes.Lane::where).distinct().toList();
    for (int i = 0; i < lanes.size(); i++) {
      draw(plot, lanes.get(i), names.length - 1 - i, workers.indexOf(lanes.get(i).where()), unit);
    }
    return Style.chart(plot, false, note);
  }

  private void draw(XYPlot plot, TimelineLanes.Lane lane, int row, int worker, TimeUnit unit) {
    Color colour = Style.colour(worker);
    boolean roomy = figure.bars().size() <= LABELLED;
    for (TimelineFigure.Bar bar : lane.bars()) {
      double from = bar.from() / unit.seconds;
      double shortest = SEEN * figure.end();
      double to = Math.max(bar.to(), bar.from() + shortest) / unit.seconds;
      boolean narrow = bar.to() - bar.from() < 2 * shortest; // all of it would be edge
      Color edge = narrow ? null : Color.WHITE;
      plot.addAnnotation(
          new XYBoxAnnotation(from, row - 0.36, to, row + 0.36, Style.solid(0.8f), edge, colour));
      if (roomy && bar.to() - bar.from() > ROOM * figure.end()) {
        XYTextAnnotation name = new XYTextAnnotation(bar.label(), (from + to) / 2, row);
        name.setFont(Style.FONT);
        name.setPaint(isLight(colour) ? Style.INK : Color.WHITE);
        plot.addAnnotation(name);
      }
    }
  }

  private static boolean isLight(Color colour) {
    return 0.3 * colour.getRed() + 0.6 * colour.getGreen() + 0.1 * colour.getBlue() > 140;
  }

  /** In what times are written. */
  private enum TimeUnit {
    MILLISECOND("ms", 1e-3),
    SECOND("s", 1),
    MINUTE("min", 60),
    HOUR("h", 3600);

    private final String symbol;
    private final double seconds;

    TimeUnit(String symbol, double seconds) {
      this.symbol = symbol;
      this.seconds = seconds;
    }

    static TimeUnit of(double end) {
      return end < 1 ? MILLISECOND : end < 600 ? SECOND : end < 36_000 ? MINUTE : HOUR;
    }
  }
}
