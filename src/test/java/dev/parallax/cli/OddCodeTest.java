package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.engine.EngineException;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.Model;
import dev.parallax.model.Statistic;
import dev.parallax.random.RandomStream;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
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

  /** Is never done with its message. */
  static final class Endless extends Error {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      while (true) {
        LockSupport.park();
        Thread.interrupted(); // else it would not wait again, and be busy for the rest of the tests
      }
    }
  }

  /** Is its own cause's cause, no exception and no error, and cannot be sent anywhere. */
  static final class Circle extends Throwable {
    private static final long serialVersionUID = 1L;
    private final transient Throwable other = new IllegalStateException("there", this);

    @SuppressWarnings("serial") // that is the point
    private final Thread tied = Thread.currentThread();

    @Override
    public synchronized Throwable getCause() {
      return other;
    }

    @Override
    public String getMessage() {
      return "round" + (tied == null ? "?" : "");
    }
  }

  /** What is thrown at each element; nothing at the others. */
  private static final List<Supplier<Throwable>> THROWN =
      List.of(
          Mute::new,
          () -> new IllegalStateException("x".repeat(1 << 22)),
          () -> new IllegalStateException((String) null),
          () -> new Error("\ud800"),
          Endless::new,
          Endless::new,
          Circle::new,
          ThreadDeath::new,
          StackOverflowError::new,
          () -> new AssertionError("asserted"),
          () -> new ExceptionInInitializerError("loaded"),
          () -> new NoClassDefFoundError("lab/Gone"),
          () -> new CancellationException("cancelled"),
          () -> new EngineException("engine", null),
          () -> new TimeoutException("late"),
          () -> new UncheckedIOException("disk", new IOException("full")),
          () -> new IOError(new IOException("full")),
          () -> null);

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as other languages do
  private static <T extends Throwable> T undeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Says much. */
  public static final class Throws implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public long apply(long element, RandomStream random) throws Exception {
      Throwable thrown = THROWN.get((int) Math.min(element, THROWN.size() - 1)).get();
      if (thrown != null) {
        throw OddCodeTest.<RuntimeException>undeclared(thrown);
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

  /** Cannot be made, for a reason whose words never end. */
  public static final class EndlessWhenMade implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    /** Throws. */
    public EndlessWhenMade() {
      throw new Endless();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Answers with what never ends. */
  public static final class EndlessResponse implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public String response() {
      throw new Endless();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Returns nothing. */
  public static final class NullValues implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return List.of("a");
    }

    @Override
    public List<String> responses() {
      return List.of("y");
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) {
      return null;
    }
  }

  /** Ends its slice by what is no exception. */
  public static final class SliceOfErrors implements ElementFunction.OfSlice {
    private static final long serialVersionUID = 1L;

    @Override
    public double[] apply(long[] elements, IntFunction<RandomStream> random) {
      throw OddCodeTest.<RuntimeException>undeclared(new Circle());
    }
  }

  /** Compares with nothing, and says nothing of itself. */
  public static final class Unsociable implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
      throw new Mute();
    }

    @Override
    public int hashCode() {
      throw new Mute();
    }

    @Override
    public String toString() {
      throw new Mute();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Takes an interrupt for a way to end. */
  public static final class Interrupting implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public long apply(long element, RandomStream random) {
      if (element == 3) {
        Thread.currentThread().interrupt();
      }
      return element;
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
        "map --array range:0:5 --function $EndlessWhenMade | the constructor of class"
            + " $EndlessWhenMade threw $Endless, whose message cannot be had",
        "map --array range:0:5 --function $EndlessResponse"
            + " | class $EndlessResponse: response() threw $Endless, whose message cannot be had",
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
  @CsvSource({"--serial", "--master threads[2]", "--master local[2]"})
  void whatItemsThrowIsRecorded(String engine, @TempDir Path folder) throws IOException {
    Path made = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            "map --array range:0:20 --function "
                + HERE
                + "Throws --json -o "
                + made
                + " "
                + engine);
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    if (engine.equals("--serial")) { // elsewhere that hangs on which slice ends first
      assertTrue(
          run.err().contains("Mute: its getMessage() threw java.lang.IllegalStateException"),
          run.err());
    }
    String failures = Files.readString(made.resolve("failures.csv"));
    assertTrue(
        failures.contains("its getMessage() threw java.lang.IllegalStateException"), failures);
    for (String row :
        new String[] {
          "4,4," + HERE + "Endless,its getMessage() does not end",
          "5,5," + HERE + "Endless,its getMessage() does not end",
          "6,6," + HERE + "Circle,round",
          "7,7,java.lang.ThreadDeath,",
          "8,8,java.lang.StackOverflowError,",
          "9,9,java.lang.AssertionError,asserted",
          "12,12,java.util.concurrent.CancellationException,cancelled",
          "13,13,dev.parallax.engine.EngineException,engine",
          "15,15,java.io.UncheckedIOException,disk",
          "16,16,java.io.IOError,java.io.IOException: full",
        }) {
      assertTrue(failures.contains("\n" + row), row + " is not in\n" + failures);
    }
    assertTrue(run.out().contains("\"failed\":17"), run.out());
  }

  @ParameterizedTest
  @CsvSource({"--serial", "--master threads[2]", "--master local[2]"})
  void aNameThatIsForgottenEndsTheRunInALine(String engine) {
    Forgetful.applied = false;
    CommandRun run =
        CommandRun.of("map --array range:0:5 --function " + HERE + "Forgetful " + engine);
    assertEquals(ExitStatus.BROKEN, run.status(), run.out());
    assertEquals("parallax: class " + HERE + "Forgetful: response() returned null\n", run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep -p a=1,2 --model $NullValues"
            + " | IllegalStateException: the model returned null instead of 1",
        "map --array range:0:2 --function $SliceOfErrors | Circle: round",
      })
  void isAFailureOfEachItem(String line, String why) {
    CommandRun run = CommandRun.of(line.replace("$", HERE) + " --serial --slices 1");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertEquals("parallax: item 0 failed: " + why + "\n", run.err());
    assertTrue(run.out().contains("failed: 2 of 2 items"), run.out());
  }

  /** Serially, on a thread of its own, on Spark; in the middle of a slice, and at its end. */
  @ParameterizedTest
  @CsvSource({
    "--serial --slices 1",
    "--serial --slices 5",
    "--serial --slices 2 --item-timeout 9s",
    "--master threads[2] --slices 5",
    "--master threads[1] --slices 1",
    "--master local[2] --slices 5"
  })
  void anInterruptOfOnesOwnIsCalledThat(String engine) {
    CommandRun run =
        CommandRun.of("map --array range:0:5 --function " + HERE + "Interrupting " + engine);
    assertFalse(Thread.interrupted());
    assertEquals(ExitStatus.BROKEN, run.status(), run.out());
    assertTrue(
        run.err().matches("parallax: .*interrupted in slice \\d, item 3, by your code; .*\n"),
        run.err());
  }

  @Test
  void whatSaysNothingOfItselfIsNotAsked() {
    CommandRun run =
        CommandRun.of(
            "map --array range:0:5 --function " + HERE + "Unsociable --serial --verify 2");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
  }

  /** Java looks there for its own parts, too; those that only pictures need are not all. */
  @Test
  void aJarThatPromisesWhatItDoesNotHave(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("promises.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/javax.xml.parsers.DocumentBuilderFactory"));
      out.write("lab.Gone\n".getBytes(StandardCharsets.UTF_8));
    }
    Path made = folder.resolve("run");
    ClassLoader former = Thread.currentThread().getContextClassLoader();
    try {
      CommandRun run =
          CommandRun.of(
              "map --array range:0:5 --function is-prime --serial --jar " + jar + " -o " + made);
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(
          "parallax: no pictures: this Java cannot draw: Provider for class"
              + " javax.xml.parsers.DocumentBuilderFactory cannot be created\n",
          run.err());
      assertTrue(Files.exists(made.resolve("summary.json")));
    } finally {
      Thread.currentThread().setContextClassLoader(former);
    }
  }
}
