package dev.parallax.workload.integral;

import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings;
import dev.parallax.findings.Findings.Line;
import dev.parallax.report.figure.selection.SweepFigures;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.Run;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The integral of each response, with its standard error. */
final class IntegralFindings {
  private IntegralFindings() {}

  static Findings of(Integral integral, Run run) {
    List<Line> lines = new ArrayList<>();
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Response response : run.workload().responses()) {
      ColumnSummary summary = run.responses().get(response.name());
      double value = integral.box().volume() * summary.mean();
      lines.add(new Line("integral", Numbers.withError(value, error(integral, summary))));
      fields.put(response.name(), Map.of("integral", value, "error", error(integral, summary)));
    }
    return new Findings(lines, fields)
        .with(() -> SweepFigures.of(run, Set.copyOf(integral.box().names())));
  }

  private static double error(Integral integral, ColumnSummary summary) {
    return integral.box().volume() * summary.sd() / Math.sqrt((double) summary.count());
  }

  /** The largest standard error of an integral. */
  static double worst(Integral integral, Run run) {
    return run.responses().values().stream().mapToDouble(s -> error(integral, s)).max().orElse(0);
  }
}
