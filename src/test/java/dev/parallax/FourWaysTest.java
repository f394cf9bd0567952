package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.model.Model;
import dev.parallax.model.builtin.DrivenOscillator;
import dev.parallax.model.command.CommandModel;
import dev.parallax.model.command.Protocol;
import dev.parallax.random.RandomStream;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model is the same model whatever it is written in: the same arithmetic has the same bits. */
class FourWaysTest {
  private static final Design GRID =
      Design.factorial(Parameter.linspace("x", -3, 3, 61), Parameter.of("k", 1, 2.5));

  /** As a class. */
  static final class Cubic implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return List.of("x", "k");
    }

    @Override
    public List<String> responses() {
      return List.of("value");
    }

    @Override
    public double[] evaluate(double[] at, RandomStream random) {
      return new double[] {at[0] * at[0] * at[0] / 3 - at[1] * at[0]};
    }
  }

  private static Map<String, Results> everyWay(Parallax parallax) {
    String script = "awk '{ printf \"%.17g\\n\", $1 * $1 * $1 / 3 - $2 * $1 }'";
    CommandModel command =
        CommandModel.of(script, Protocol.LINES, List.of(CommandModel.VALUE), List.of());
    Map<String, Results> ways = new LinkedHashMap<>();
    ways.put("class", parallax.sweep(GRID, new Cubic()));
    ways.put("expression", parallax.sweep(GRID, "x * x * x / 3 - k * x"));
    ways.put("script", parallax.sweep(GRID, command));
    ways.put(
        "lambda",
        parallax.sweep(
            GRID,
            (at, random) -> {
              double x = at.number("x");
              return x * x * x / 3 - at.number("k") * x;
            }));
    return ways;
  }

  @Test
  void everyWayHasOneDigestOnEveryEngine() {
    String digest;
    try (Parallax serial = Parallax.serial()) {
      digest = serial.sweep(GRID, new Cubic()).digest();
      everyWay(serial).forEach((way, results) -> assertEquals(digest, results.digest(), way));
    }
    try (Parallax two = Parallax.on("local[2]")) {
      everyWay(two).forEach((way, results) -> assertEquals(digest, results.digest(), way));
    }
  }

  private static void hasTheDigestOfItsFormula(Parallax parallax) {
    Design grid =
        Design.factorial(
            Parameter.linspace("frequency", 0, 2, 41), Parameter.of("damping", 0.05, 0.5, 1));
    assertEquals(
        parallax.sweep(grid, new DrivenOscillator()).digest(),
        parallax
            .sweep(
                grid,
                "amplitude = 1/sqrt((1 - frequency^2)^2 + (2*damping*frequency)^2)",
                "phase = atan2(2*damping*frequency, 1 - frequency^2)")
            .digest());
  }

  @Test
  void aBuiltInModelHasTheDigestOfItsFormula() {
    try (Parallax serial = Parallax.serial();
        Parallax two = Parallax.on("local[2]")) {
      hasTheDigestOfItsFormula(serial);
      hasTheDigestOfItsFormula(two);
    }
  }
}
