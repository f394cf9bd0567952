package dev.parallax.workload.map;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings;
import dev.parallax.report.figure.selection.MapFigures;
import dev.parallax.run.Run;
import dev.parallax.workload.ResponseFindings;
import java.util.Map;

/** What a map says: of which type its elements are, and its responses summed up, with pictures. */
final class MapFindings {
  private MapFindings() {}

  static Findings of(Run run) {
    Map<String, Object> type = Map.of("element_type", type(run.workload().inputs().get(0)));
    return ResponseFindings.of(run).withFields(type).with(() -> MapFigures.of(run));
  }

  private static String type(Response element) {
    if (element.type() == ColumnType.LONG) {
      return "integer";
    }
    return element.isText() ? "text" : "real";
  }
}
