package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.model.ElementFunction;
import dev.parallax.random.RandomStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a process ends whose user's code ends it, or whose output has nowhere to go. */
class ExitWatchTest {
  private static final String HERE = ExitWatchTest.class.getName() + "$";

  /** Is all it takes. */
  public static final class WhenLoaded implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    static {
      System.exit(0);
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Ends it from a thread of its own. */
  public static final class WhenMade implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    /** Waits for the end. */
    public WhenMade() throws InterruptedException {
      Thread thread = new Thread(() -> System.exit(3));
      thread.start();
      thread.join();
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Does it instead of an answer. */
  public static final class WhenAsked implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public String response() {
      Runtime.getRuntime().exit(0);
      return "value";
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Takes away all that the others in its process could need. */
  public static final class Vandal implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public long apply(long element, RandomStream random) {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      System.setOut(new PrintStream(new Failing()));
      System.setErr(new PrintStream(OutputStream.nullOutputStream()));
      System.setIn(InputStream.nullInputStream());
      System.setProperty("line.separator", "\u001B[2J");
      System.setProperty("java.io.tmpdir", "/nowhere");
      System.setProperty("user.dir", "/nowhere");
      Thread.setDefaultUncaughtExceptionHandler((t, e) -> Runtime.getRuntime().halt(0));
      Thread.currentThread().setName("\u001B[2J");
      Thread.currentThread().setContextClassLoader(null);
      new Thread(() -> LockSupport.park()).start();
      return element;
    }
  }

  private static final class Failing extends OutputStream {
    @Override
    public void write(int b) {
      throw new IllegalStateException("nothing is taken");
    }

    @Override
    public void flush() {
      throw new IllegalStateException("nothing is flushed");
    }
  }

  /** Closes what the results go to. */
  public static final class Closing implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public long apply(long element, RandomStream random) {
      System.out.close();
      return element;
    }
  }

  private record Ended(int status, String text) {}

  /** Runs a shell's line in which P is Parallax; what it says, without what Java says. */
  private static Ended shell(String line) {
    String classes = System.getProperty("surefire.test.class.path");
    String path = classes == null ? System.getProperty("java.class.path") : classes;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String start = "'" + java + "' -XX:TieredStopAtLevel=1 " + Main.class.getName();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", line.replaceFirst("\\bP\\b", start))
            .redirectErrorStream(true);
    builder.environment().put("CLASSPATH", path);
    try {
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> ours = text.lines().filter(said -> !said.startsWith("WARNING: ")).toList();
      return new Ended(process.waitFor(), String.join("\n", ours));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WhenLoaded,WhenLoaded.<clinit>",
    "WhenMade,WhenMade.lambda$new$0",
    "WhenAsked,WhenAsked.response"
  })
  void anExitBeforeTheJobDoesNotPassForItsEnd(String name, String place) {
    Ended ended =
        shell("P map --array range:0:5 --serial --json --function '" + HERE + name + "' 2>&1");
    assertEquals(
        "parallax: the process ended before its time: your code called System.exit in "
            + HERE
            + place,
        ended.text());
    assertEquals(ExitStatus.BROKEN, ended.status());
  }

  /** Not one of them loses a result, or changes a letter of one. */
  @Test
  void whatElseACodeDoesToItsProcess() {
    String job = "P map --array range:0:5 --serial --json --function '" + HERE + "Vandal' 2>&1";
    Ended ended = shell(job);
    assertEquals(ExitStatus.DONE, ended.status(), ended.text());
    String values = "\"count\":5,\"sum\":10,\"mean\":2.0,\"sd\":1.5811388300841898";
    assertTrue(ended.text().startsWith("{\"workload\":\"map\""), ended.text());
    assertTrue(ended.text().contains(values), ended.text());
  }

  @Test
  void standardOutputThatTheCodeClosedIsSaid() {
    Ended ended = shell("P map --array range:0:5 --serial --json --function '" + HERE + "Closing'");
    assertEquals("parallax: your code closed standard output", ended.text());
    assertEquals(ExitStatus.BROKEN, ended.status());
  }

  @ParameterizedTest
  @CsvSource({">/dev/full, No space left on device", ">&-, Bad file descriptor"})
  void resultsThatCannotBePrintedAreNotDone(String where, String reason) {
    Ended ended =
        shell("P map --array range:0:5 --serial --json --function is-prime 2>&1 " + where);
    assertEquals("parallax: cannot write to standard output: " + reason, ended.text());
    assertEquals(ExitStatus.BROKEN, ended.status());
  }

  @Test
  void aReaderThatLeavesEarlyIsNoSuccess() {
    Ended ended = shell("{ { P --help; echo $? >&2; } | true; } 2>&1");
    assertEquals("parallax: standard output was closed by who read it\n1", ended.text());
  }
}
