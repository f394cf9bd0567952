package dev.parallax.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What options affect is read from beside them, and missed where it is not said. */
class EffectsTest {
  private static final class Said {
    @Affects(Effect.FINDINGS)
    @Option(names = {"-l", "--level"})
    private double level;
  }

  private static final class Unsaid {
    @Option(names = "--level")
    private double level;
  }

  private static final class UnsaidArgument {
    @Parameters private String table;
  }

  private static CommandSpec command(Object options) {
    return CommandSpec.create()
        .name("x")
        .addMixin("job", CommandSpec.forAnnotatedObject(options))
        .mixinStandardHelpOptions(true);
  }

  @Test
  void areThoseBesideTheOptions() {
    Effects effects = Effects.of(command(new Said()));
    assertEquals(Effect.FINDINGS, effects.of("--level"));
    assertEquals(Effect.EXECUTION, effects.of("--help"));
    assertEquals(Effect.NUMBERS, effects.of("--of-another-version"));
  }

  @Test
  void anOptionThatDoesNotSayItIsFound() {
    for (Object options : new Object[] {new Unsaid(), new UnsaidArgument()}) {
      String message =
          assertThrows(IllegalStateException.class, () -> Effects.of(command(options)))
              .getMessage();
      assertTrue(message.endsWith("does not say what it @Affects"), message);
      assertTrue(message.contains(options.getClass().getSimpleName()), message);
    }
  }
}
