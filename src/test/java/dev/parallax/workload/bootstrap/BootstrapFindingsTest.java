package dev.parallax.workload.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.findings.Findings;
import dev.parallax.model.Statistic;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BootstrapFindingsTest {

  /** Throws where row 0 is not drawn, is undefined where row 1 is not, else counts row 0. */
  private static final class Picky implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return () ->
          resample -> {
            int[] counts = resample.counts();
            if (counts[0] == 0) {
              throw new IllegalStateException("row 0 is missed");
            }
            return counts[1] == 0 ? Double.NaN : counts[0];
          };
    }
  }

  @Test
  void whatFailedIsNotCountedAsUndefined() {
    Table table = Table.of("t").with("v", 1, 2, 3, 4);
    Bootstrap bootstrap = Bootstrap.of(new Picky(), table, "v").withResamples(1000);
    BootstrapFigures figures = new BootstrapFigures(List.of("Picky"), 0.9);
    Runner runner = Runner.on(new SequentialEngine());
    Run run = runner.run(bootstrap);
    DiagnosticOptions none = CommandLine.populateCommand(new DiagnosticOptions());
    Findings findings =
        new BootstrapFindings(bootstrap, Intervals.at(0.9), none, Optional.empty(), figures)
            .of(run, runner);
    long undefined = run.responses().get("replicate").undefined();
    assertTrue(run.failed() > 0 && undefined > 0);
    assertEquals(undefined, findings.fields().get("undefined"));
    assertEquals(1000L, findings.fields().get("resamples"));
  }
}
