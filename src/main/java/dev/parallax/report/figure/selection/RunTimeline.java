package dev.parallax.report.figure.selection;

import dev.parallax.report.figure.TimelineFigure;
import dev.parallax.report.figure.TimelineFigure.Bar;
import dev.parallax.run.Run;
import dev.parallax.run.SliceReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When each slice of a run was computed, and where; the pauses of a run that went on are cut. */
public final class RunTimeline {
  private static final double SHORTEST_PAUSE = 1;

  private final List<Bar> bars = new ArrayList<>();
  private double end;
  private double busy;
  private double cut;
  private int pauses;

  private RunTimeline() {}

  /** The time line; none if it is not known when a slice began. */
  public static Optional<TimelineFigure> of(Run run) {
    List<SliceReport> known =
        run.slices().stream()
            .filter(slice -> Double.isFinite(slice.began()))
            .sorted(Comparator.comparingDouble(SliceReport::began))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    RunTimeline picture = new RunTimeline();
    picture.end = Math.min(0, known.get(0).began());
    picture.cut = picture.end;
    known.forEach(picture::add);
    int unknown = run.slices().size() - known.size();
    String left = unknown > 0 ? "of " + unknown + " slices it is not known when they began" : "";
    String overhead = String.format(Locale.ROOT, "overhead %.0f %%", 100 * run.timing().overhead());
    boolean alone = known.get(0).began() >= 0; // else the cost is that of the last part alone
    return Optional.of(
        new TimelineFigure(
            "timeline",
            picture.bars,
            picture.end - picture.cut,
            Notes.of(alone ? overhead : "", picture.paused(), left)));
  }

  /** A stretch in which nothing was at work is a pause if it is long beside the work before it. */
  private void add(SliceReport slice) {
    double idle = slice.began() - end;
    if (idle > Math.max(SHORTEST_PAUSE, busy / 2) && !bars.isEmpty()) {
      cut += idle;
      pauses++;
    }
    double to = slice.began() + slice.seconds();
    busy += Math.max(0, to - Math.max(end, slice.began()));
    end = Math.max(end, to);
    String label = Integer.toString(slice.index());
    bars.add(new Bar(label, slice.where(), slice.began() - cut, to - cut));
  }

  private String paused() {
    return pauses == 0 ? "" : pauses == 1 ? "a pause is left out" : pauses + " pauses are left out";
  }
}
