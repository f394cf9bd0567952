package dev.parallax.report;

import dev.parallax.engine.Incidents;
import dev.parallax.findings.Findings;
import dev.parallax.run.FailureGroup;
import dev.parallax.run.Run;
import dev.parallax.run.Timing;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run's summary for people. */
public final class ConsoleSummary {
  private static final int SHOWN_GROUPS = 10;
  private static final int SHOWN_ITEMS = 3;

  private ConsoleSummary() {}

  /** So wide are tables where no terminal says more. */
  public static final int USUAL_COLUMNS = 80;

  /** The lines of the summary, for no terminal. */
  public static List<String> lines(Run run, Findings findings) {
    return lines(run, findings, USUAL_COLUMNS);
  }

  /**
   * The lines of the summary.
   *
   * @param columns how wide its tables may be
   */
  public static List<String> lines(Run run, Findings findings, int columns) {
    List<String> lines = new ArrayList<>();
    labelled(findings.lines(), lines);
    lines.add("");
    failures(run, lines);
    if (!run.slices().isEmpty()) {
      lines.addAll(SliceTable.lines(run, columns));
      lines.add("");
    }
    lines.add("  " + cost(run));
    run.choice().ifPresent(choice -> lines.add("  " + choice.text()));
    if (!run.incidents().equals(Incidents.NONE)) {
      lines.add("  " + incidents(run.incidents()));
    }
    run.timing().serial().ifPresent(serial -> lines.add("  " + comparison(run.timing())));
    lines.add("  digest " + run.digest());
    return lines;
  }

  private static void labelled(List<Findings.Line> findings, List<String> lines) {
    int width = findings.stream().mapToInt(line -> line.label().length()).max().orElse(0);
    for (Findings.Line line : findings) {
      lines.add("  " + SliceTable.padded(line.label(), width) + "   " + line.value());
    }
  }

  private static void failures(Run run, List<String> lines) {
    if (run.failed() == 0) {
      return;
    }
    lines.add("  failed: " + run.failed() + " of " + Numbers.count(run.workload().items(), "item"));
    run.failures().stream().limit(SHOWN_GROUPS).forEach(group -> failures(group, lines));
    long told = run.failures().stream().limit(SHOWN_GROUPS).mapToLong(FailureGroup::count).sum();
    if (run.failed() > told) {
      lines.add("    ... " + (run.failed() - told) + " more");
    }
    lines.add("");
  }

  private static void failures(FailureGroup group, List<String> lines) {
    lines.add("    " + text(group));
    group.first().trace().lines().forEach(line -> lines.add("      " + line.replace("\t", "    ")));
  }

  private static String text(FailureGroup group) {
    String text = group.first().text();
    if (group.count() == 1) {
      return "item " + group.first().item() + ": " + text;
    }
    String items =
        group.items().stream()
            .limit(SHOWN_ITEMS)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String more = group.count() > SHOWN_ITEMS ? ", ..." : "";
    return group.count()
        + (group.same() ? " times " : " like ")
        + text
        + " (items "
        + items
        + more
        + ")";
  }

  /** What this run took; of items that were there before, nothing is said but that they were. */
  private static String cost(Run run) {
    Timing timing = run.timing();
    int slices = SliceTable.ofThisRun(run).size();
    if (!run.slices().isEmpty() && timing.work().items() == 0) {
      return "nothing was left to compute";
    }
    return Numbers.seconds(timing.wall())
        + (timing.isWhole() ? "" : " for " + Numbers.count(timing.work().items(), "item"))
        + " on "
        + run.master()
        + " ("
        + Numbers.count(timing.parallelism(), "core")
        + ", "
        + Numbers.count(slices, "slice")
        + ")"
        + (run.slices().isEmpty() || !(timing.wall() > 0) ? "" : pace(run));
  }

  private static String pace(Run run) {
    return String.format(
        Locale.ROOT,
        ", %s, overhead %.0f %%",
        Numbers.rate(run.timing().pace()),
        100 * run.timing().overhead());
  }

  private static String incidents(Incidents incidents) {
    int lost = incidents.lostExecutors();
    return (lost == 0 ? "" : Numbers.count(lost, "executor") + " lost, ")
        + Numbers.count(incidents.retriedSlices(), "slice")
        + " tried again; no result is missing";
  }

  private static String comparison(Timing timing) {
    if (!timing.isWhole()) {
      return String.format(
          Locale.ROOT,
          "serial %s for all items, %d of which this run computed: no speed-up",
          Numbers.seconds(timing.serial().orElse(Double.NaN)),
          timing.work().items());
    }
    double speedup = timing.speedup().orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "serial %s: speed-up %.2f, efficiency %.0f %%%s",
        Numbers.seconds(timing.serial().orElse(Double.NaN)),
        speedup,
        100 * timing.efficiency().orElse(Double.NaN),
        speedup < 1 ? "; serial would have been the better choice" : "");
  }
}
