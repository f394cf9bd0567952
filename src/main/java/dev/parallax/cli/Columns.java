package dev.parallax.cli;

import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Response;
import dev.parallax.report.Findings.Line;
import dev.parallax.report.Numbers;
import dev.parallax.report.SummaryJson;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the responses of a sweep or a map say, for people and for scripts. */
final class Columns {
  private Columns() {}

  static List<Line> lines(Run run) {
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
    return lines;
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

  static Map<String, Object> fields(Run run) {
    Map<String, Object> responses = new LinkedHashMap<>();
    run.responses().forEach((name, summary) -> responses.put(name, SummaryJson.fields(summary)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("responses", responses);
    if (!run.selected().isEmpty()) {
      Map<String, Object> selected = new LinkedHashMap<>();
      run.selected().forEach((name, summary) -> selected.put(name, SummaryJson.fields(summary)));
      fields.put("elements_where_true", selected);
    }
    return fields;
  }
}
