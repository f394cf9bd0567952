package dev.parallax.workload;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings;
import dev.parallax.findings.Findings.Line;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.ItemTally;
import dev.parallax.run.Run;
import dev.parallax.spelling.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the responses of a sweep or a map say, for people and for scripts. */
public final class ResponseFindings {
  /** So long an item takes, in seconds, and so many times the mean, that it is worth a line. */
  private static final double SLOW = 1;

  private static final double UNEVEN = 10;

  private ResponseFindings() {}

  /** Each response summed up, and the slowest item where it is far slower than most. */
  public static Findings of(Run run) {
    return new Findings(lines(run), fields(run));
  }

  private static List<Line> lines(Run run) {
    List<Line> lines = new ArrayList<>();
    for (Response response : run.workload().responses()) {
      ColumnSummary summary = run.responses().get(response.name());
      if (response.type() == ColumnType.BOOLEAN) {
        lines.add(new Line(response.name(), summary.sum() + " of " + summary.count()));
      } else {
        lines.add(new Line(response.name(), described(summary)));
      }
      ColumnSummary chosen = run.selected().get(response.name());
      if (chosen != null && chosen.count() > 0) {
        lines.add(
            new Line(
                "where true",
                "sum " + chosen.sum() + ", min " + chosen.min() + ", max " + chosen.max()));
      }
    }
    run.tally().slowest().flatMap(ResponseFindings::slowest).ifPresent(lines::add);
    return lines;
  }

  private static Optional<Line> slowest(ItemTally.Slowest slowest) {
    boolean telling = slowest.seconds() >= SLOW && slowest.seconds() >= UNEVEN * slowest.mean();
    return telling
        ? Optional.of(
            new Line(
                "slowest",
                "item "
                    + slowest.item()
                    + ": "
                    + Numbers.seconds(slowest.seconds())
                    + ", an item takes "
                    + Numbers.seconds(slowest.mean())
                    + " on average"))
        : Optional.empty();
  }

  private static String described(ColumnSummary summary) {
    if (summary.count() == 0) {
      return "no values" + undefined(summary);
    }
    return "mean "
        + Numbers.shown(summary.mean())
        + ", sd "
        + Numbers.shown(summary.sd())
        + ", min "
        + Numbers.shown(summary.min())
        + ", max "
        + Numbers.shown(summary.max())
        + ", sum "
        + Numbers.shown(summary.sum())
        + undefined(summary);
  }

  private static String undefined(ColumnSummary summary) {
    return summary.undefined() == 0 ? "" : ", " + summary.undefined() + " undefined";
  }

  private static Map<String, Object> fields(Run run) {
    Map<String, Object> responses = new LinkedHashMap<>();
    run.responses().forEach((name, summary) -> responses.put(name, fields(summary)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("nan", run.tally().count(ItemStatus.NAN));
    run.tally().slowest().ifPresent(slowest -> fields.put("item_seconds", fields(slowest)));
    fields.put("responses", responses);
    if (!run.selected().isEmpty()) {
      Map<String, Object> selected = new LinkedHashMap<>();
      run.selected().forEach((name, summary) -> selected.put(name, fields(summary)));
      fields.put("elements_where_true", selected);
    }
    return fields;
  }

  private static Map<String, Object> fields(ItemTally.Slowest slowest) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mean", slowest.mean());
    fields.put("max", slowest.seconds());
    fields.put("slowest", slowest.item());
    return fields;
  }

  /** The keys of a response: count, sum, mean, sd, min, max, and undefined where there are any. */
  private static Map<String, Object> fields(ColumnSummary summary) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", summary.count());
    fields.put("sum", summary.sum());
    fields.put("mean", summary.mean());
    fields.put("sd", summary.sd());
    fields.put("min", summary.min());
    fields.put("max", summary.max());
    if (summary.undefined() > 0) {
      fields.put("undefined", summary.undefined());
    }
    return fields;
  }
}
