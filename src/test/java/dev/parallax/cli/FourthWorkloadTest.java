package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that the three kinds of jobs have, a fourth has by one line in the registry: engines,
 * journal, resume, digest, verification, growth, summary, page, dry run and help.
 */
class FourthWorkloadTest {
  /** The integral is 1, and its standard error 0.9 / sqrt(points) in these. */
  private static final String JOB =
      "integrate --expression x*y --range x=0:1 --range y=0:2 --points 3001";

  @TempDir private Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void register() {
    URL registry = FourthWorkloadTest.class.getResource("/integral/");
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader("registry", new URL[] {registry}, before));
  }

  @AfterEach
  void forget() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static CommandRun done(String line, String... more) {
    CommandRun run = CommandRun.of(line, more);
    assertEquals(ExitStatus.DONE, run.status(), run.err() + run.out());
    return run;
  }

  @Test
  void isThereOnlyWhereItIsRegistered() {
    assertTrue(done("--help").out().contains("integrate"));
    forget();
    CommandRun unknown = CommandRun.of(JOB);
    assertEquals(ExitStatus.WRONG_INPUT, unknown.status());
    assertTrue(unknown.err().contains("unknown command 'integrate'"), unknown.err());
  }

  @Test
  void hasHelpWithTheOptionsOfAll() {
    String help = done("integrate --help").out();
    for (String option : List.of("--range", "--until-error", "--seed", "--resume", "--verify")) {
      assertTrue(help.contains(option), option);
    }
    assertTrue(help.startsWith("Integrate a formula"), help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--serial --slices 7",
        "--master local[1]",
        "--master threads[3] --slices 5",
        "--master local[2] --slices 3",
        "--master local[5] --slices 11"
      })
  void hasOneResultOnEveryEngine(String engine) {
    CommandRun run = done(JOB + " " + engine);
    assertEquals(done(JOB + " --serial").digest(), run.digest());
    assertTrue(run.out().contains("integral   1.0"), run.out());
  }

  @Test
  void saysWhatItWouldDo() {
    String out = done(JOB + " --serial --dry-run").out();
    assertTrue(out.contains("dry run: nothing was computed") && out.contains("x = 0."), out);
  }

  @Test
  void refusesInOneLine() {
    for (String bad :
        List.of("integrate --range x=1:0", "integrate --range x", "integrate --rnage x=0:1")) {
      CommandRun run = CommandRun.of(bad);
      assertEquals(ExitStatus.WRONG_INPUT, run.status(), bad);
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void isVerified() {
    assertTrue(done(JOB + " --serial --verify 40").out().contains("40 items computed again"));
  }

  @Test
  void isWrittenWithPicturesAndAPage() throws IOException {
    Path output = folder.resolve("run");
    CommandRun run = done(JOB + " --serial --report -o", output.toString());
    assertTrue(Files.readString(output.resolve("summary.json")).contains(run.digest()));
    assertTrue(Files.readString(output.resolve("report.html")).contains("integral of x*y"));
    try (Stream<Path> files = Files.list(output)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertTrue(
          names.containsAll(
              List.of("journal", "report.html", "run.job", "table.ecsv", "timeline.png")),
          names.toString());
    }
    CommandRun again = done("@" + output.resolve("run.job") + " --serial");
    assertEquals(run.digest(), again.digest());
  }

  @Test
  void recordsFailures() {
    String poles = JOB.replace("x*y", "sqrt(x-0.5)");
    CommandRun run = CommandRun.of(poles + " --serial");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status());
    assertTrue(run.out().contains("is NaN"), run.out());
    assertEquals(ExitStatus.FAILED_ITEMS, CommandRun.of(poles + " --serial --fail-fast").status());
  }

  @Test
  void growsUntilItIsPreciseEnough() {
    CommandRun grown = done(JOB + " --serial --until-error 0.01");
    assertNotEquals(done(JOB + " --serial").digest(), grown.digest());
    CommandRun longer = done(JOB.replace("3001", "12004") + " --serial");
    assertEquals(longer.digest(), grown.digest());
  }

  @Test
  void isMadeLonger() {
    String output = folder.resolve("run").toString();
    done(JOB + " --serial -o", output);
    String longer = JOB.replace("3001", "5000") + " --serial";
    CommandRun asked = CommandRun.of(longer + " -o", output);
    assertTrue(asked.err().contains("has the first part of this run"), asked.err());
    CommandRun run = done(longer + " --resume -o", output);
    assertTrue(run.out().contains("going on: 3001 of 5000 items"), run.out());
    assertEquals(done(longer).digest(), run.digest());
  }

  @Test
  void goesOnWhereItStopped() throws IOException {
    Path output = folder.resolve("run");
    String stopped = JOB.replace("x*y", "sqrt(x-0.5)") + " --serial --slices 9";
    CommandRun begun = CommandRun.of(stopped + " --max-failures 700 -o", output.toString());
    assertEquals(ExitStatus.FAILED_ITEMS, begun.status());
    assertTrue(begun.err().contains("items are done; to go on"), begun.err());
    assertFalse(Files.exists(output.resolve("summary.json")));
    CommandRun resumed = CommandRun.of(stopped + " --resume -o", output.toString());
    assertEquals(ExitStatus.FAILED_ITEMS, resumed.status(), resumed.err());
    assertEquals(CommandRun.of(stopped).digest(), resumed.digest());
  }
}
