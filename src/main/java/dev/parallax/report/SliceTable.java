package dev.parallax.report;

import dev.parallax.engine.Workload;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.Run;
import dev.parallax.run.SliceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the first slices of a run went, and what they were given, a line each. */
final class SliceTable {
  private static final int SHOWN = 8;
  private static final int WIDTH = 96;

  private SliceTable() {}

  static List<String> lines(Run run) {
    List<SliceReport> slices = run.slices();
    boolean all = slices.size() <= SHOWN;
    List<SliceReport> shown = slices.subList(0, all ? slices.size() : SHOWN - 1);
    boolean known = !run.workload().inputs().isEmpty();
    int width = shown.stream().mapToInt(slice -> slice.where().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    String head = "  slice        items    seconds  " + padded("where", width);
    lines.add((head + (known ? "  first ... last" : "")).stripTrailing());
    for (SliceReport slice : shown) {
      String line =
          String.format(
              Locale.ROOT,
              "  %5d %12d %10.4f  %s",
              slice.index(),
              slice.items(),
              slice.seconds(),
              padded(slice.where(), width));
      lines.add(cut(line + (known ? "  " + ends(run.workload(), slice) : "")));
    }
    if (!all) {
      lines.add(rest(slices.subList(shown.size(), slices.size())));
    }
    return lines;
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String ends(Workload<?> workload, SliceReport slice) {
    String first = ItemValues.text(workload, slice.block().first());
    return slice.items() == 1
        ? first
        : first + " ... " + ItemValues.text(workload, slice.block().last());
  }

  private static String cut(String line) {
    String text = line.stripTrailing();
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 3) + "...";
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
