package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Failure;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.value.Values;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A point that cannot be written for a script fails, and says why; the others are evaluated. */
class FeedTest {

  /** A text that cannot be had, once it is asked for by name: its place is beyond the last. */
  private record Broken(long size, long bad) implements Values {
    private static final long serialVersionUID = 1L;

    @Override
    public double at(long i) {
      return i == bad ? 7 : 0;
    }

    @Override
    public List<String> levels() {
      return List.of("fine");
    }
  }

  @ParameterizedTest
  @CsvSource({"LINES, 3, 1", "LINES, 0, 1", "LINES, 5, 3", "JSON, 2, 1", "JSON, 5, 2"})
  void itsReasonIsKept(Protocol protocol, int bad, int slices) {
    String command = "sh -c 'while read x; do echo 1; done'";
    CommandModel model = CommandModel.of(command, protocol, List.of("value"), List.of());
    Design design = Design.factorial(new Parameter("name", new Broken(6, bad)));
    try (SequentialEngine engine = new SequentialEngine()) {
      Run run = Runner.on(engine).withSlices(slices).run(Sweep.of(model, design));
      assertEquals(List.of((long) bad), run.firstFailures().stream().map(Failure::item).toList());
      String why = run.firstFailures().get(0).text();
      String reason = "the point cannot be written for it: java.lang.IndexOutOfBoundsException: ";
      assertTrue(why.startsWith("ScriptException: " + reason), why);
      double[] expected = {1, 1, 1, 1, 1, 1};
      expected[bad] = Double.NaN;
      assertArrayEquals(expected, run.doubles("value"));
    }
  }
}
