package dev.parallax.cli;

import dev.parallax.engine.Block;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import dev.parallax.report.SummaryJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Says what a job would do, without doing it. */
final class DryRun {
  private static final int FIRST = 3;

  private DryRun() {}

  static void print(Job job, RunOptions options, PrintWriter out) {
    Workload<?> workload = job.workload();
    long slices =
        Block.count(
            workload.items(),
            options.slices == null ? options.likelyParallelism() : options.slices);
    List<Map<String, Object>> items = shown(workload).mapToObj(i -> item(workload, i)).toList();
    if (options.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("workload", workload.name());
      fields.put("items", workload.items());
      fields.put("seed", workload.seed());
      fields.put("slices", slices);
      fields.put("shown", items);
      out.println(SummaryJson.line(fields));
      return;
    }
    job.notices().forEach(out::println);
    out.println(job.title());
    out.println();
    out.println("  items    " + workload.items());
    out.println(
        "  slices   " + slices + (options.slices == null ? ", or more if a pilot says so" : ""));
    items.forEach(item -> out.println("  " + line(item)));
    out.println("  dry run: nothing was computed");
  }

  /** The first three items and the last. */
  private static LongStream shown(Workload<?> workload) {
    long n = workload.items();
    return LongStream.concat(LongStream.range(0, Math.min(FIRST, n)), LongStream.of(n - 1))
        .filter(i -> i >= 0)
        .distinct();
  }

  private static Map<String, Object> item(Workload<?> workload, long index) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("item", index);
    List<Column> columns = workload.inputs(new Block(0, index, 1));
    int c = 0;
    for (Response input : workload.inputs()) {
      Column column = columns.get(c++);
      boolean whole = column.type() == ColumnType.LONG;
      fields.put(input.name(), whole ? (Object) column.bits(0) : (Object) column.number(0));
    }
    return fields;
  }

  private static String line(Map<String, Object> item) {
    List<String> parts = new ArrayList<>();
    item.forEach((name, value) -> parts.add(name + (name.equals("item") ? " " : " = ") + value));
    String rest = String.join(", ", parts.subList(1, parts.size()));
    return parts.get(0) + (rest.isEmpty() ? "" : "   " + rest);
  }
}
