package dev.parallax.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.parallax.engine.Workload;
import dev.parallax.findings.Findings;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.FailureGroup;
import dev.parallax.run.Run;
import dev.parallax.run.SliceReport;
import dev.parallax.run.Timing;
import dev.parallax.spelling.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A run's summary as JSON, with stable keys; what is not a number is null. */
public final class SummaryJson {
  // The fast writer has the shortest digits on every Java version.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private SummaryJson() {}

  /** The summary on one line. */
  public static String line(Run run, Findings findings) {
    return text(fields(run, findings), false);
  }

  /** The summary over several lines, with a line feed at the end. */
  public static String pretty(Run run, Findings findings) {
    return text(fields(run, findings), true) + "\n";
  }

  /** Fields on one line. */
  public static String line(Map<String, Object> fields) {
    return text(fields, false);
  }

  private static Map<String, Object> fields(Run run, Findings findings) {
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

  private static String text(Map<String, Object> fields, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      if (pretty) {
        json.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      write(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Visible.lines(text.toString()); // its escapes are those of JSON
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : new ArrayList<>(list)) {
        write(json, element);
      }
      json.writeEndArray();
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Double number) {
      if (Double.isFinite(number)) {
        json.writeNumber(number);
      } else {
        json.writeNull();
      }
    } else if (value instanceof BigInteger number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}
