package dev.parallax.report;

import dev.parallax.engine.Workload;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.Run;
import dev.parallax.run.SliceReport;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the first slices of a run went, and what they were given, a line each. */
final class SliceTable {
  private static final int SHOWN = 8;
  private static final String GAP = "  ";
  private static final String TO = " ... ";

  private SliceTable() {}

  /**
   * The table; of a run that went on, its own slices.
   *
   * @param columns how wide it may be
   */
  static List<String> lines(Run run, int columns) {
    List<SliceReport> slices = ofThisRun(run);
    boolean all = slices.size() <= SHOWN;
    List<SliceReport> shown = slices.subList(0, all ? slices.size() : SHOWN - 1);
    List<String> lines = new ArrayList<>();
    if (!shown.isEmpty()) {
      lines.addAll(table(run, shown, columns));
    }
    if (!all) {
      lines.add(rest(slices.subList(shown.size(), slices.size())));
    }
    int before = run.slices().size() - slices.size();
    if (before > 0) {
      lines.add("    " + Numbers.count(before, "slice") + " done before, by an earlier run");
    }
    return lines;
  }

  private static List<String> table(Run run, List<SliceReport> shown, int columns) {
    int width = shown.stream().mapToInt(slice -> slice.where().length()).max().orElse(0);
    String head = "  slice        items    seconds  " + padded("where", width);
    List<String> ends = ends(run.workload(), shown, columns - head.length() - GAP.length());
    List<String> lines = new ArrayList<>();
    lines.add((head + (ends.isEmpty() ? "" : GAP + "first ... last")).stripTrailing());
    for (int i = 0; i < shown.size(); i++) {
      SliceReport slice = shown.get(i);
      String line =
          String.format(
              Locale.ROOT,
              "  %5d %12d %10.4f  %s",
              slice.index(),
              slice.items(),
              slice.seconds(),
              padded(slice.where(), width));
      lines.add((line + (ends.isEmpty() ? "" : GAP + ends.get(i))).stripTrailing());
    }
    return lines;
  }

  /** The slices that the run computed itself: the last that were begun, if others were before. */
  static List<SliceReport> ofThisRun(Run run) {
    if (run.timing().isWhole()) {
      return run.slices();
    }
    List<SliceReport> own = new ArrayList<>();
    long items = 0;
    for (SliceReport slice :
        run.slices().stream()
            .filter(slice -> Double.isFinite(slice.began()))
            .sorted(Comparator.comparingDouble(SliceReport::began).reversed())
            .toList()) {
      if (items < run.timing().work().items()) {
        own.add(slice);
        items += slice.items();
      }
    }
    own.sort(Comparator.comparingInt(SliceReport::index));
    return own;
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** The first and the last item of each slice, with as many of their values as have room. */
  private static List<String> ends(Workload<?> workload, List<SliceReport> slices, int room) {
    if (workload.inputs().isEmpty()) {
      return List.of();
    }
    List<String> ends = List.of();
    for (int values = ItemValues.SHOWN; values > 0; values--) {
      int shown = values;
      ends = slices.stream().map(slice -> ends(workload, slice, shown)).toList();
      if (ends.stream().allMatch(text -> text.length() <= room)) {
        return ends;
      }
    }
    return ends.stream().map(text -> cut(text, room)).toList();
  }

  private static String ends(Workload<?> workload, SliceReport slice, int values) {
    String first = ItemValues.text(workload, slice.block().first(), values);
    return slice.items() == 1
        ? first
        : first + TO + ItemValues.text(workload, slice.block().last(), values);
  }

  /** A long text, such as a path, by its beginning. */
  private static String cut(String text, int room) {
    return text.length() <= room ? text : text.substring(0, Math.max(0, room - 3)) + "...";
  }

  private static String rest(List<SliceReport> rest) {
    return String.format(
        Locale.ROOT,
        "    ... %d more, %.4f to %.4f s each",
        rest.size(),
        rest.stream().mapToDouble(SliceReport::seconds).min().orElse(0),
        rest.stream().mapToDouble(SliceReport::seconds).max().orElse(0));
  }
}
