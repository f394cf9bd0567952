package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.StandardOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command ends with whose output does not arrive. */
class StandardOutputTest {
  private static final String MAP = "map --array range:0:40 --function is-prime --serial";

  private final StringWriter err = new StringWriter();

  /** Takes so many bytes, and no more. */
  private static final class Small extends OutputStream {
    private final String reason;
    private int room;

    private Small(int room, String reason) {
      this.room = room;
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      if (room-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  private int status(String line, OutputStream stream) {
    PrintWriter errors = new PrintWriter(err, true);
    StandardOutput out = new StandardOutput(stream);
    return out.checked(Main.run(line.split(" "), out.writer(), errors), errors);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MAP,
        MAP + " --json",
        MAP + " --dry-run",
        MAP + " --dry-run --json",
        "map --help",
        "--version",
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean --serial --json",
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean --replicate 1"
      })
  void whatDoesNotArriveIsNotDone(String line) {
    assertEquals(ExitStatus.BROKEN, status(line, new Small(0, "No space left on device")));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().startsWith("parallax: "), err.toString());
    assertTrue(err.toString().contains("standard output"), err.toString());
  }

  /** A disk that is full after the title, in the summary, or just before its end. */
  @ParameterizedTest
  @CsvSource({"70", "200", "300"})
  void partOfItIsNotEnough(int room) {
    assertEquals(ExitStatus.BROKEN, status(MAP, new Small(room, "No space left on device")));
    assertEquals(
        "parallax: cannot write to standard output: No space left on device\n", err.toString());
  }

  @Test
  void aReaderThatLeavesIsNamedInAShortLine() {
    assertEquals(ExitStatus.BROKEN, status(MAP + " --json", new Small(100, "Broken pipe")));
    assertEquals("parallax: standard output was closed by who read it\n", err.toString());
  }

  /** Nothing is computed for nobody: the items would all fail, which is never found out. */
  @Test
  void aRunWithoutAnywhereToGoDoesNotBegin() {
    String model = UserClasses.Parabola.class.getName();
    String line = "sweep -p a=1 -p x=3 --serial --model " + model;
    assertEquals(ExitStatus.BROKEN, status(line, new Small(0, "Bad file descriptor")));
    assertEquals(
        "parallax: standard output takes nothing, so nothing was computed\n", err.toString());
  }

  @Test
  void otherEndsStayWhatTheyAre() {
    assertEquals(
        ExitStatus.WRONG_INPUT,
        status("map --array range:0:4 --function no", new Small(0, "full")));
    assertEquals(ExitStatus.DONE, status(MAP + " --quiet", new Small(0, "full")));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    err.getBuffer().setLength(0);
    assertEquals(ExitStatus.DONE, status(MAP + " --json", all));
    assertEquals("", err.toString());
    assertTrue(all.toString(StandardCharsets.UTF_8).endsWith("}\n"));
  }
}
