package dev.parallax.workload.map;

import dev.parallax.findings.Findings;
import dev.parallax.report.figure.selection.MapFigures;
import dev.parallax.run.Run;
import dev.parallax.workload.ResponseFindings;

/** What a map says: its responses summed up, with pictures. */
final class MapFindings {
  private MapFindings() {}

  static Findings of(Run run) {
    return ResponseFindings.of(run).with(() -> MapFigures.of(run));
  }
}
