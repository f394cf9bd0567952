package dev.parallax.workload.sweep;

import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings.Line;
import dev.parallax.findings.PointRows;
import dev.parallax.run.ColumnSummary;
import dev.parallax.sum.ExactMoments;
import dev.parallax.text.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a response spreads between the points of a sweep, by the means of their replications, and
 * within them, pooled.
 */
final class ReplicationFindings {
  private final ColumnSummary.Accumulator means = new ColumnSummary.Accumulator();
  private final ExactMoments deviations = new ExactMoments();
  private long freedom;

  private ReplicationFindings() {}

  static void add(PointRows points, List<Line> lines, Map<String, Object> fields) {
    List<Response> responses = points.responses();
    List<ReplicationFindings> all =
        responses.stream().map(response -> new ReplicationFindings()).toList();
    PointRows.Points each = points.open();
    while (each.next()) {
      for (int r = 0; r < all.size(); r++) {
        all.get(r).add(each.summary(r));
      }
    }
    Map<String, Object> spreads = new LinkedHashMap<>();
    for (int r = 0; r < all.size(); r++) {
      lines.add(new Line(responses.get(r).name() + " by points", all.get(r).text()));
      spreads.put(responses.get(r).name(), all.get(r).fields());
    }
    Map<String, Object> replications = new LinkedHashMap<>();
    replications.put("each", points.each());
    replications.put("points", points.rows());
    replications.put("responses", spreads);
    fields.put("replications", replications);
  }

  private void add(ColumnSummary point) {
    means.add(point.mean());
    if (point.count() > 1) {
      deviations.add(point.sd() * Math.sqrt(point.count() - 1.0));
      freedom += point.count() - 1;
    }
  }

  private double within() {
    return freedom == 0 ? Double.NaN : deviations.rootOfSquares(freedom);
  }

  private String text() {
    return "sd between them "
        + Numbers.shown(means.summary().sd())
        + ", within them "
        + Numbers.shown(within());
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sd_between", means.summary().sd());
    fields.put("sd_within", within());
    return fields;
  }
}
