package dev.parallax.report;

import dev.parallax.engine.Workload;
import dev.parallax.findings.Findings;
import dev.parallax.findings.ItemValues;
import dev.parallax.json.JsonText;
import dev.parallax.run.FailureGroup;
import dev.parallax.run.Run;
import dev.parallax.run.SliceReport;
import dev.parallax.run.Timing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** A run's summary as JSON, with stable keys; what is not a number is null. */
public final class SummaryJson {
  private SummaryJson() {}

  /** The summary on one line. */
  public static String line(Run run, Findings findings) {
    return JsonText.line(fields(run, findings));
  }

  /** The summary over several lines, with a line feed at the end. */
  public static String pretty(Run run, Findings findings) {
    return JsonText.pretty(fields(run, findings)) + "\n";
  }

  /** The summary as its fields, in their order. */
  public static Map<String, Object> fields(Run run, Findings findings) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("workload", run.workload().name());
    all.put("items", run.workload().items());
    all.put("failed", run.failed());
    all.put("seed", run.workload().seed());
    all.put("digest", run.digest());
    all.put("engine", engine(run));
    all.put("slices", run.slices().stream().map(s -> fields(s, run.workload())).toList());
    all.put("timing", fields(run.timing()));
    if (run.failed() > 0) {
      all.put("failures", run.failures().stream().map(SummaryJson::fields).toList());
    }
    all.putAll(findings.fields());
    return all;
  }

  private static Map<String, Object> engine(Run run) {
    Map<String, Object> engine = new LinkedHashMap<>();
    engine.put("master", run.master());
    engine.put("parallelism", run.timing().parallelism());
    engine.put("slices", run.slices().size());
    engine.put("retried_slices", run.incidents().retriedSlices());
    engine.put("lost_executors", run.incidents().lostExecutors());
    run.choice()
        .ifPresent(
            choice -> {
              engine.put("choice", choice.text());
              put(engine, "forecast_s", choice.forecast());
            });
    return engine;
  }

  private static Map<String, Object> fields(FailureGroup group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", group.count());
    fields.put("exception", group.first().exception());
    fields.put("message", group.first().message());
    fields.put("same_message", group.same());
    if (!group.first().trace().isEmpty()) {
      fields.put("trace", group.first().trace());
    }
    fields.put("items", group.items());
    return fields;
  }

  private static Map<String, Object> fields(SliceReport slice, Workload<?> workload) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("index", slice.index());
    fields.put("items", slice.items());
    fields.put("seconds", slice.seconds());
    fields.put("where", slice.where());
    fields.put("began", slice.began());
    if (!workload.inputs().isEmpty()) {
      fields.put("first", ItemValues.fields(workload, slice.block().first()));
      fields.put("last", ItemValues.fields(workload, slice.block().last()));
    }
    return fields;
  }

  private static Map<String, Object> fields(Timing timing) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("wall_s", timing.wall());
    fields.put("items_s", timing.items());
    put(fields, "serial_s", timing.serial());
    put(fields, "speedup", timing.speedup());
    put(fields, "efficiency", timing.efficiency());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
    value.ifPresent(number -> fields.put(name, number));
  }
}
