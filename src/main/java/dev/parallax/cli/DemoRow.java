package dev.parallax.cli;

import dev.parallax.engine.Engine;
import dev.parallax.run.Run;
import dev.parallax.run.Timing;
import dev.parallax.spelling.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A row of the demo's table.
 *
 * @param job the job's name
 * @param run how it went
 * @param result what came out, in a few words
 */
record DemoRow(String job, Run run, String result) {
  private static final String FORMAT = "  %-18s %8s %10s %10s %9s %11s   %s";

  static String header(Engine engine) {
    return String.format(
            Locale.ROOT,
            "The three workloads, on %s (%s)%n%n",
            engine.master(),
            Numbers.count(engine.parallelism(), "core"))
        + String.format(
            Locale.ROOT,
            FORMAT,
            "job",
            "items",
            "serial",
            "parallel",
            "speed-up",
            "efficiency",
            "result");
  }

  String line() {
    Timing timing = run.timing();
    return String.format(
        Locale.ROOT,
        FORMAT,
        job,
        run.workload().items(),
        shown(timing.serial(), "%.4f s"),
        shown(OptionalDouble.of(timing.wall()), "%.4f s"),
        shown(timing.speedup(), "%.2f"),
        shown(percent(timing.efficiency()), "%.0f %%"),
        result);
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
  }

  private static String shown(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }

  /** What is to be said below the table. */
  static List<String> notes(List<DemoRow> rows) {
    List<String> notes = new ArrayList<>();
    notes.add("");
    if (rows.stream().allMatch(row -> row.run.timing().serial().isPresent())) {
      notes.add("  Serial and parallel results agree bit for bit. Both passes were timed warm.");
      List<String> lost =
          rows.stream()
              .filter(row -> row.run.timing().speedup().orElse(1) < 1)
              .map(DemoRow::job)
              .toList();
      if (!lost.isEmpty()) {
        notes.add("  Serial would have been the better choice for: " + String.join(", ", lost));
        notes.add("  (less work than it takes to hand out slices).");
      }
    }
    return notes;
  }

  Map<String, Object> fields() {
    Timing timing = run.timing();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("job", job);
    fields.put("items", run.workload().items());
    timing.serial().ifPresent(value -> fields.put("serial_s", value));
    fields.put("wall_s", timing.wall());
    timing.speedup().ifPresent(value -> fields.put("speedup", value));
    timing.efficiency().ifPresent(value -> fields.put("efficiency", value));
    fields.put("digest", run.digest());
    fields.put("result", result);
    return fields;
  }
}
