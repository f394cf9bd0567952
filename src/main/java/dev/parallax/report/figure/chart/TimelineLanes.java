package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.TimelineFigure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts stretches of work that overlap into lanes of their own, as the cores of a worker do. */
final class TimelineLanes {
  private TimelineLanes() {}

  /**
   * A lane of a worker.
   *
   * @param where the worker
   * @param bars in the order of time, none over another
   */
  record Lane(String where, List<TimelineFigure.Bar> bars) {
    private TimelineFigure.Bar last() {
      return bars.get(bars.size() - 1);
    }
  }

  /**
   * The lanes, worker by worker in the order of their names.
   *
   * @param least what is too short to be seen, in seconds: shorter bars are drawn as one with those
   *     beside them
   */
  static List<Lane> of(List<TimelineFigure.Bar> bars, double least) {
    Map<String, List<Lane>> workers = new TreeMap<>();
    bars.stream()
        .sorted(Comparator.comparingDouble(TimelineFigure.Bar::from))
        .forEach(
            bar -> put(bar, workers.computeIfAbsent(bar.where(), w -> new ArrayList<>()), least));
    return workers.values().stream().flatMap(List::stream).toList();
  }

  private static void put(TimelineFigure.Bar bar, List<Lane> lanes, double least) {
    for (Lane lane : lanes) {
      // The clocks' readings of two slices one after the other may differ by some microseconds.
      if (lane.last().to() <= bar.from() + Math.min(1e-4, least)) {
        add(bar, lane, least);
        return;
      }
    }
    lanes.add(new Lane(bar.where(), new ArrayList<>(List.of(bar))));
  }

  private static void add(TimelineFigure.Bar bar, Lane lane, double least) {
    TimelineFigure.Bar last = lane.last();
    boolean near = bar.from() - last.to() < least;
    if (near && (bar.to() - bar.from() < least || last.to() - last.from() < least)) {
      String label = last.to() - last.from() < bar.to() - bar.from() ? bar.label() : last.label();
      double to = Math.max(last.to(), bar.to());
      lane.bars()
          .set(lane.bars().size() - 1, new TimelineFigure.Bar(label, bar.where(), last.from(), to));
    } else {
      lane.bars().add(bar);
    }
  }
}
