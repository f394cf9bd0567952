package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.model.ElementFunction;
import dev.parallax.random.RandomStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
    assertEquals(Main.BROKEN, ended.status());
  }

  @ParameterizedTest
  @CsvSource({">/dev/full, No space left on device", ">&-, Bad file descriptor"})
  void resultsThatCannotBePrintedAreNotDone(String where, String reason) {
    Ended ended =
        shell("P map --array range:0:5 --serial --json --function is-prime 2>&1 " + where);
    assertEquals("parallax: cannot write to standard output: " + reason, ended.text());
    assertEquals(Main.BROKEN, ended.status());
  }

  @Test
  void aReaderThatLeavesEarlyIsNoSuccess() {
    Ended ended = shell("{ { P --help; echo $? >&2; } | true; } 2>&1");
    assertEquals("parallax: standard output was closed by who read it\n1", ended.text());
  }
}
