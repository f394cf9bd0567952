package dev.parallax.cli;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapResult;
import dev.parallax.bootstrap.Interval;
import dev.parallax.report.Findings;
import dev.parallax.report.Findings.Line;
import dev.parallax.report.Numbers;
import dev.parallax.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bootstrap's replicates say, for people and for scripts. */
final class BootstrapFindings {
  private BootstrapFindings() {}

  static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("--level lies between 0 and 1, not " + level);
    }
  }

  static Findings of(Bootstrap bootstrap, Run run, List<Double> levels) {
    BootstrapResult result = bootstrap.result(run.doubles("replicate"), levels);
    long undefined = result.undefined() - run.failed(); // what failed is told apart
    return new Findings(lines(bootstrap, result, undefined), fields(bootstrap, result, undefined));
  }

  private static List<Line> lines(Bootstrap bootstrap, BootstrapResult result, long undefined) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("estimate", Numbers.shown(result.estimate())));
    lines.add(new Line("bias", Numbers.shown(result.bias())));
    lines.add(new Line("standard error", Numbers.shown(result.standardError())));
    for (Interval interval : result.intervals()) {
      lines.add(
          new Line(
              Numbers.shown(100 * interval.level()) + " % " + interval.method(),
              Numbers.shown(interval.low()) + " to " + Numbers.shown(interval.high())));
    }
    int skipped = bootstrap.sample().skipped();
    lines.add(
        new Line(
            "rows",
            bootstrap.sample().rows()
                + (skipped == 0 ? "" : ", " + skipped + " skipped: a value is missing")));
    lines.add(
        new Line(
            "resamples",
            result.resamples()
                + (undefined == 0
                    ? ""
                    : ", " + undefined + " left out: the statistic is undefined")));
    return lines;
  }

  private static Map<String, Object> fields(
      Bootstrap bootstrap, BootstrapResult result, long undefined) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("estimate", result.estimate());
    fields.put("bias", result.bias());
    fields.put("standard_error", result.standardError());
    fields.put("resamples", result.resamples());
    fields.put("undefined", undefined);
    fields.put("rows", bootstrap.sample().rows());
    fields.put("rows_skipped", bootstrap.sample().skipped());
    fields.put("intervals", result.intervals().stream().map(BootstrapFindings::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Interval interval) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", interval.method());
    fields.put("level", interval.level());
    fields.put("low", interval.low());
    fields.put("high", interval.high());
    return fields;
  }
}
