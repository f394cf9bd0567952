package dev.parallax.cli;

import dev.parallax.cli.process.Console;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.findings.ItemValues;
import dev.parallax.json.JsonText;
import dev.parallax.run.Runner;
import dev.parallax.workload.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Says what a job would do, without doing it. */
final class DryRun {
  private static final int FIRST = 3;

  private DryRun() {}

  static void print(Job job, RunOptions options, Console out) {
    Workload<?> workload = job.workload();
    long slices =
        Block.count(
            workload.items(),
            options.slices == null ? options.likelyParallelism() : options.slices);
    List<Map<String, Object>> items =
        shown(workload).mapToObj(i -> ItemValues.fields(workload, i)).toList();
    if (options.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("workload", workload.name());
      fields.put("items", workload.items());
      fields.put("seed", workload.seed());
      fields.put("slices", slices);
      fields.put("shown", items);
      out.println(JsonText.line(fields));
      return;
    }
    job.notices().forEach(out::println);
    out.heading(job.title());
    out.println();
    lines(workload, slices, options.slices != null, items).forEach(out::println);
    out.println();
    out.println("  dry run: nothing was computed");
  }

  private static List<String> lines(
      Workload<?> workload, long slices, boolean fixed, List<Map<String, Object>> items) {
    long n = workload.items();
    int width = ("item " + Math.max(0, n - 1)).length(); // no label is longer
    List<String> lines = new ArrayList<>();
    lines.add(labelled("items", width, n + (n > Runner.MOST_ITEMS ? ", too many for a run" : "")));
    lines.add(labelled("slices", width, slices + (fixed ? "" : " or more, by a timed pilot")));
    items.forEach(item -> lines.add(labelled("item " + item.get("item"), width, inputs(item))));
    return lines;
  }

  private static String labelled(String label, int width, String value) {
    return ("  " + label + " ".repeat(Math.max(0, width - label.length())) + "   " + value)
        .stripTrailing();
  }

  /** The first three items and the last. */
  private static LongStream shown(Workload<?> workload) {
    long n = workload.items();
    return LongStream.concat(LongStream.range(0, Math.min(FIRST, n)), LongStream.of(n - 1))
        .filter(i -> i >= 0)
        .distinct();
  }

  private static String inputs(Map<String, Object> item) {
    return item.entrySet().stream()
        .skip(1)
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
