package dev.parallax.workload.sweep.best;

import dev.parallax.findings.Findings.Line;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.Run;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The best point in words. */
record BestLines(Run run, Optimum optimum) {
  /** To such a part of an interval's width are numbers written: they are known to no more. */
  private static final double DIGITS = 50;

  List<Line> all() {
    List<Line> lines = new ArrayList<>();
    point(lines);
    if (optimum.scan().isAny()) {
      sigma().ifPresent(text -> lines.add(new Line("1 sigma", text)));
      unordered(lines);
      optimum.along().forEach(along -> lines.addAll(lines(along)));
    }
    optimum.cautions().forEach(caution -> lines.add(new Line("caution", caution)));
    return lines;
  }

  private void point(List<Line> lines) {
    Scan scan = optimum.scan();
    String label = optimum.best().direction().word() + " " + optimum.best().response();
    if (!scan.isAny()) {
      lines.add(new Line(label, "no item has a finite value"));
      return;
    }
    String where = ItemValues.text(run.workload(), scan.item());
    String value = Numbers.shown(optimum.value());
    lines.add(new Line(label, value + " at " + where + ", item " + scan.item()));
    if (scan.ties() > 1) {
      lines.add(new Line("", Numbers.count(scan.ties(), "item") + " have it; this is the first"));
    }
    if (scan.left() > 0) {
      String left = Numbers.count(scan.left(), "item") + " left out: failed, or not finite";
      lines.add(new Line("", left));
    }
  }

  /** What 1 sigma means here, or what to write that it means something. */
  private Optional<String> sigma() {
    Best best = optimum.best();
    if (optimum.rise() > 0) {
      boolean least = best.direction() == Best.Direction.MIN;
      String rise = Numbers.shown(optimum.rise()) + (least ? " above" : " below") + " its best";
      String named = best.byName() ? " (known by its name)" : "";
      return Optional.of("where the " + best.quantity() + named + " is " + rise);
    }
    boolean asked = best.quantity() != Best.Quantity.PLAIN;
    String kinds = best.direction() == Best.Direction.MIN ? "chi-square" : "log-likelihood";
    String option = best.direction() + ":" + best.response() + ":" + kinds;
    return asked
        ? Optional.empty()
        : Optional.of("not known of " + best.response() + "; if it is a " + kinds + ": " + option);
  }

  /** The parameters that have no neighbours, and why. */
  private void unordered(List<Line> lines) {
    if (!optimum.isGrid()) {
      lines.add(new Line("", "no neighbours and no intervals: the points are no full grid"));
    }
    for (GridAxis axis : optimum.axes()) {
      if (axis.isVaried() && axis.flaw().isPresent()) {
        String value = axis.text(optimum.scan().item());
        String why = "; no neighbours: " + axis.flaw().get();
        lines.add(new Line("along " + axis.name(), value + why));
      }
    }
  }

  private List<Line> lines(Along along) {
    GridAxis axis = along.axis();
    List<Line> lines = new ArrayList<>();
    String at = Written.brief(axis.value(along.rank()));
    String sides = text(along.before(), "below") + ", " + text(along.after(), "above");
    lines.add(new Line("along " + axis.name(), at + "; " + sides));
    along.parabola().ifPresent(found -> lines.add(new Line("  parabola", text(found))));
    along.interval().ifPresent(found -> lines.add(new Line("  profile", text(found))));
    if (along.interval().isEmpty() && optimum.rise() > 0) {
      String many = "not made: more than " + GridAxis.MOST_VALUES + " values";
      lines.add(new Line("  profile", many));
    }
    return lines;
  }

  private String text(Optional<Along.Neighbour> neighbour, String side) {
    if (neighbour.isEmpty()) {
      return "none " + side;
    }
    double value = neighbour.get().value();
    double difference = value - optimum.value();
    String change =
        Double.isNaN(value) ? "no value" : (difference < 0 ? "" : "+") + Written.brief(difference);
    return change + " at " + Written.brief(neighbour.get().at());
  }

  private String text(Parabola parabola) {
    double sigma = optimum.rise() > 0 ? parabola.halfWidth(optimum.rise()) : Double.NaN;
    String at =
        sigma > 0
            ? Numbers.quoted(parabola.at(), sigma / DIGITS)
                + " +- "
                + Numbers.quoted(sigma, sigma / DIGITS)
            : Written.brief(parabola.at());
    return at + ", the others fixed";
  }

  private static String text(ProfileInterval interval) {
    ProfileInterval.End low = interval.low();
    ProfileInterval.End high = interval.high();
    double width = high.at() - low.at();
    return text(low, width) + " to " + text(high, width) + ", the others free";
  }

  private static String text(ProfileInterval.End end, double width) {
    if (!end.isKnown()) {
      return "(" + end.why() + ")";
    }
    return Double.isNaN(width) ? Written.brief(end.at()) : Numbers.quoted(end.at(), width / DIGITS);
  }
}
