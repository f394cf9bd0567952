package dev.parallax.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.Statistic;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.TableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two samples: the last two of the gravity series, by R's boot with 99,999 replicates. */
class GravityTest {

  @Test
  void differenceOfMeans() {
    Statistic statistic = StandardErrors.with(Statistics.find(List.of("difference:mean")));
    Bootstrap bootstrap =
        Bootstrap.of(
                statistic,
                TableFile.read(Path.of("src/test/resources/data/gravity78.csv")),
                Roles.twoSamples("g", "series"))
            .withResamples(50_000);
    Run run = Runner.on(new SequentialEngine()).run(bootstrap);
    BootstrapResult r =
        BootstrapAnalysis.of(bootstrap, run::doubles)
            .withJackknife(Jackknife.of(bootstrap).values())
            .results(Intervals.at(0.95))
            .get(0);
    assertEquals(-2.8461538, r.estimate(), 5e-8);
    // Their pooled variance is 16.846154 without the n: the jackknife's is that over 12 and over 1.
    assertEquals(
        Math.sqrt(16.846154 * 24 / 156), r.jackknife().orElseThrow().standardError(), 1e-7);
    assertEquals(1.5513, r.standardError(), 4 * Math.sqrt(1.5) * r.standardErrorError());
    Map<String, Interval> all =
        r.intervals().stream().collect(Collectors.toMap(Interval::method, i -> i));
    assertInterval(-5.893, .188, all.get("normal"));
    assertInterval(-5.615, .385, all.get("basic"));
    assertInterval(-6.077, -.077, all.get("percentile"));
    assertInterval(-7.331, -.103, all.get("studentized"));
  }

  /** Four standard errors of the difference of our 50,000 and their 99,999, and a lattice step. */
  private static void assertInterval(double low, double high, Interval interval) {
    double ratio = 4 * Math.sqrt(1.5);
    double step = interval.method().equals("studentized") ? 0 : 1 / 13.0;
    assertEquals(low, interval.low(), ratio * interval.lowError() + step, interval.method());
    assertEquals(high, interval.high(), ratio * interval.highError() + step, interval.method());
  }
}
