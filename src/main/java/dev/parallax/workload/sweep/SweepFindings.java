package dev.parallax.workload.sweep;

import dev.parallax.findings.Findings;
import dev.parallax.findings.Findings.Line;
import dev.parallax.findings.PointRows;
import dev.parallax.report.figure.selection.SweepFigures;
import dev.parallax.run.Run;
import dev.parallax.workload.ResponseFindings;
import dev.parallax.workload.sweep.best.BestFindings;
import dev.parallax.workload.sweep.design.Saltelli;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a sweep says beside its responses: its best point, fixed parameters, replications,
 * sensitivities.
 */
final class SweepFindings {
  private SweepFindings() {}

  static Findings of(Sweep sweep, Run run) {
    Findings responses = ResponseFindings.of(run);
    List<Line> lines = new ArrayList<>(responses.lines());
    Map<String, Object> fields = new LinkedHashMap<>(responses.fields());
    if (!sweep.constants().isEmpty()) {
      fields.put("fixed", sweep.constants());
    }
    if (sweep.design() instanceof Saltelli) {
      SensitivityFindings.add(sweep, run, lines, fields);
    }
    Optional<BestFindings> best =
        sweep.best().map(wanted -> BestFindings.of(run, sweep.design(), wanted));
    best.ifPresent(found -> found.add(lines, fields));
    Set<String> names = Set.copyOf(sweep.design().names());
    Map<String, Boolean> log = sweep.design().logarithmic();
    Findings findings =
        new Findings(lines, fields)
            .with(() -> SweepFigures.of(run, names, log, best.flatMap(BestFindings::landscape)));
    if (sweep.replications() == 1) {
      return findings;
    }
    PointRows points = new PointRows(run, sweep.replications());
    ReplicationFindings.add(points, lines, fields);
    return findings.with(List.of(points));
  }
}
