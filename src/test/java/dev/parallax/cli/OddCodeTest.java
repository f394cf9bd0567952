package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.ElementFunction;
import dev.parallax.model.Model;
import dev.parallax.model.Statistic;
import dev.parallax.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users' classes that answer no plain question. */
class OddCodeTest {
  private static final String HERE = OddCodeTest.class.getName() + "$";

  /** Does not even say what is wrong. */
  static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("silence");
    }
  }

  /** Says much. */
  public static final class Throws implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public long apply(long element, RandomStream random) throws Exception {
      if (element == 0) {
        throw new Mute();
      }
      if (element == 1) {
        throw new IllegalStateException("x".repeat(1 << 22));
      }
      if (element == 2) {
        throw new IllegalStateException((String) null);
      }
      if (element == 3) {
        throw new Error("\ud800");
      }
      return element;
    }
  }

  /** Has no name for its value. */
  public static final class Nameless implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public String response() {
      return null;
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Will not say. */
  public static final class Silent implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public String response() {
      throw new Mute();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Says it once. */
  public static final class Forgetful implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;
    private static volatile boolean applied;

    @Override
    public String response() {
      return applied ? null : "value";
    }

    @Override
    public long apply(long element, RandomStream random) {
      applied = true;
      return element;
    }
  }

  /** Cannot be loaded, for a reason that cannot be said. */
  public static final class MuteFromTheStart implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;
    private static final long VALUE = fail();

    private static long fail() {
      throw new Mute();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return VALUE;
    }
  }

  /** Ends its own loading by an error. */
  public static final class Deep implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;
    private static final long VALUE = fail(0);

    private static long fail(long n) {
      return fail(n + 1) + 1;
    }

    @Override
    public long apply(long element, RandomStream random) {
      return VALUE;
    }
  }

  /** Cannot be made, for a reason that cannot be said. */
  public static final class MuteWhenMade implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    /** Throws. */
    public MuteWhenMade() {
      throw new Mute();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Knows its parameters but no response. */
  public static final class NoResponses implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return List.of("a");
    }

    @Override
    public List<String> responses() {
      return null;
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) {
      return parameters;
    }
  }

  /** Has a parameter without a name. */
  public static final class NullParameter implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return Arrays.asList("a", null);
    }

    @Override
    public List<String> responses() {
      return List.of("y");
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) {
      return parameters;
    }
  }

  /** Of how many columns, it does not say. */
  public static final class Countless implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      throw new Mute();
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return null;
    }
  }

  /** Prepares nothing. */
  public static final class Unprepared implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      throw new Mute();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map --array range:0:5 --function $Nameless | class $Nameless: response() returned null",
        "map --array range:0:5 --function $Silent"
            + " | class $Silent: response() threw $Mute, whose message cannot be had",
        "map --array range:0:5 --function $MuteFromTheStart"
            + " | class $MuteFromTheStart cannot be loaded: $Mute, whose message cannot be had",
        "map --array range:0:5 --function $Deep"
            + " | class $Deep cannot be loaded: java.lang.StackOverflowError",
        "map --array range:0:5 --function $MuteWhenMade"
            + " | the constructor of class $MuteWhenMade threw $Mute, whose message cannot be had",
        "sweep -p a=1 --model $NoResponses | class $NoResponses: responses() returned null",
        "sweep -p a=1 --model $NullParameter"
            + " | class $NullParameter: parameters() returned a name that is null",
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic $Countless"
            + " | class $Countless: columns() threw $Mute, whose message cannot be had",
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic $Unprepared"
            + " | the statistic fails on the rows as they are: Mute: its getMessage() threw"
            + " java.lang.IllegalStateException",
      })
  void isRefusedInALine(String line, String expected) {
    String command = line.replace("$", HERE) + " --serial";
    BadInput.check(CommandRun.of(command), command, expected.replace("$", HERE));
  }

  @ParameterizedTest
  @CsvSource({"--serial", "--master local[2]"})
  void whatItemsThrowIsRecorded(String engine, @TempDir Path folder) throws IOException {
    Path made = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            "map --array range:0:9 --function " + HERE + "Throws --json -o " + made + " " + engine);
    assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    if (engine.equals("--serial")) { // elsewhere that hangs on which slice ends first
      assertTrue(
          run.err().contains("Mute: its getMessage() threw java.lang.IllegalStateException"),
          run.err());
    }
    String failures = Files.readString(made.resolve("failures.csv"));
    assertTrue(
        failures.contains("its getMessage() threw java.lang.IllegalStateException"), failures);
    assertTrue(run.out().contains("\"failed\":4"), run.out());
  }

  @ParameterizedTest
  @CsvSource({"--serial", "--master local[2]"})
  void aNameThatIsForgottenEndsTheRunInALine(String engine) {
    Forgetful.applied = false;
    CommandRun run =
        CommandRun.of("map --array range:0:5 --function " + HERE + "Forgetful " + engine);
    assertEquals(Main.BROKEN, run.status(), run.out());
    assertEquals("parallax: class " + HERE + "Forgetful: response() returned null\n", run.err());
  }
}
