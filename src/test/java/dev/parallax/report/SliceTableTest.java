package dev.parallax.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTableTest {

  /** The lines' ends, from where on no line has times. */
  private static List<String> ends(Run run) {
    return SliceTable.lines(run, 80).stream()
        .map(line -> line.replaceAll(".* driver  ", ""))
        .toList();
  }

  @Test
  void eachSliceShowsItsFirstAndLastItem() {
    Run run = Runner.on(new SequentialEngine()).withSlices(3).run(new Trials(9));
    assertEquals(
        List.of(
            "  slice        items    seconds  where   first ... last",
            "(red, 0) ... (blue, 1)",
            "(red, 1.5) ... (blue, 2.5)",
            "(red, NaN) ... (blue, 4)"),
        ends(run));
  }

  @Test
  void valuesAreShortAndLinesAreNotLong() {
    Design design =
        Design.factorial(
            Parameter.linspace("a", 0, 1, 4),
            Parameter.of("b", "x".repeat(100), "y"),
            Parameter.of("c", 1, 2),
            Parameter.of("d", 1, 2));
    Sweep sweep =
        Sweep.of(
            new dev.parallax.model.PointModel() {
              @Override
              public void check(List<String> names, java.util.Set<String> texts) {}

              @Override
              public List<String> responses() {
                return List.of("zero");
              }

              @Override
              public Evaluator open(dev.parallax.model.Opening opening) {
                return (place, point, random, responses) -> responses[0] = 0;
              }
            },
            design);
    List<String> lines =
        SliceTable.lines(Runner.on(new SequentialEngine()).withSlices(32).run(sweep), 80);
    assertEquals(9, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines::toString);
    assertTrue(lines.get(1).endsWith("(0, ...)"), lines.get(1));
    assertTrue(lines.get(7).endsWith("(0, ...)"), lines.get(7));
    assertTrue(lines.get(8).startsWith("    ... 25 more"));
  }
}
