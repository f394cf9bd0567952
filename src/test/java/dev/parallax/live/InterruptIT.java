package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a run that a signal ends, and that the command it names finishes it. */
class InterruptIT {
  private static final Pattern RESUMABLE =
      Pattern.compile(
          "parallax: interrupted; (\\d+) of 200 items are done; to go on: parallax .*\n");
  private static final Map<String, Integer> STATUS = Map.of("INT", 130, "TERM", 143, "KILL", 137);
  private static final double SOON_SECONDS = 15; // on an idle machine it is below one

  @TempDir private static Path folder;
  private static String[] slow;
  private static String digest;

  @BeforeAll
  static void undisturbed() throws IOException {
    Path jar = UserJar.in(folder);
    slow =
        new String[] {
          "sweep",
          "-p",
          "a=range:0:200:1",
          "--model",
          "lab.Tried",
          "--jars",
          jar.toString(),
          "--set",
          "pause=20",
          "--json"
        };
    try (Child run = Child.parallax(with("--serial", "--set", "pause=0"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      digest = run.digest();
    }
  }

  private static String[] with(String... more) {
    return with(slow, more);
  }

  private static String[] with(String[] line, String... more) {
    return Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new);
  }

  private static List<Path> blocks(Path output) {
    try (Stream<Path> files = Files.list(output.resolve("blocks"))) {
      return files.filter(f -> f.toString().endsWith(".block")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Signals a run after its first blocks; its exit status. */
  private static int ended(Child run, Path output, String signal) {
    int before = blocks(output).size();
    run.await(() -> blocks(output).size() >= before + 2);
    long start = System.nanoTime();
    run.signal(signal);
    int status = run.status();
    assertTrue((System.nanoTime() - start) * 1e-9 < SOON_SECONDS);
    return status;
  }

  /** The items that the line of an interrupted run says are done. */
  private static int done(Child run) {
    Matcher line = RESUMABLE.matcher(run.err());
    assertTrue(line.matches(), run.err());
    assertTrue(run.err().contains(" --resume"), run.err());
    assertEquals("", run.out());
    return Integer.parseInt(line.group(1));
  }

  private static int kept(Path output) {
    return blocks(output).stream()
        .map(file -> file.getFileName().toString().replaceAll("\\d+-(\\d+)\\.block", "$1"))
        .mapToInt(Integer::parseInt)
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"serial, 40", "threads[2], 50", "local[2], 50"})
  void threeTimesInARowByEverySignalThenToTheEnd(String engine, String slices) {
    Path output = folder.resolve(engine);
    String[] on =
        engine.equals("serial") ? new String[] {"--serial"} : new String[] {"--master", engine};
    String[] job = with(on);
    for (String signal : new String[] {"INT", "TERM", "KILL", "INT"}) {
      int before = kept(output);
      String[] again = before == 0 ? new String[] {} : new String[] {"--resume"};
      String[] all = with(job, again);
      String[] line = with(all, "--slices", slices, "-o", output.toString());
      try (Child run = Child.parallax(line)) {
        int status = ended(run, output, signal);
        assertEquals(STATUS.get(signal), status, run.err());
        if (!signal.equals("KILL")) {
          assertEquals(kept(output), done(run));
        }
        assertTrue(kept(output) > before, "it went on");
      }
    }
    try (Child run =
        Child.parallax(with(job, "--slices", "33", "-o", output.toString(), "--resume"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(digest, run.digest());
      assertEquals("", run.err());
    }
    assertFalse(Files.exists(output.resolve("blocks")));
  }

  @Test
  void itGoesOnDespiteDamagedBlocks() throws IOException {
    Path output = folder.resolve("damaged");
    String[] job = with("--serial", "-o", output.toString());
    try (Child run = Child.parallax(with(job, "--slices", "40"))) {
      assertEquals(143, ended(run, output, "TERM"), run.err());
    }
    Path cut = blocks(output).get(0);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 20));
    Files.write(output.resolve("blocks").resolve("150-5.block.part"), new byte[7]);
    try (Child run = Child.parallax(with(job, "--slices", "7"))) {
      assertEquals(ExitStatus.WRONG_INPUT, run.status());
      assertTrue(run.err().contains("has an unfinished run; to go on with it: parallax "));
      assertTrue(Files.exists(cut), "without being asked to, nothing is touched");
    }
    try (Child run = Child.parallax(with(job, "--slices", "7", "--resume"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(digest, run.digest());
      assertEquals("parallax: " + cut + " is damaged; its items are computed again\n", run.err());
    }
  }

  @Test
  void asTheLineSaysItGoesOnAlsoFromAJobFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a job"), String.join("\n", slow));
    Path output = folder.resolve("from a file");
    String again;
    try (Child run =
        Child.parallax("@" + file, "--serial", "--slices", "40", "-o", output.toString())) {
      assertEquals(130, ended(run, output, "INT"), run.err());
      again = run.err().replaceFirst("(?s).*to go on: parallax (.*)\n", "$1");
    }
    assertEquals("'@" + file + "' --serial --slices 40 -o '" + output + "' --resume", again);
    String[] arguments = {
      "@" + file, "--serial", "--slices", "40", "-o", output.toString(), "--resume"
    };
    try (Child run = Child.parallax(arguments)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(digest, run.digest());
    }
  }

  @Test
  void twoAtATimeInOneFolderAreOneTooMany() {
    Path output = folder.resolve("shared");
    String[] job = with("--serial", "--slices", "40", "-o", output.toString());
    try (Child first = Child.parallax(job)) {
      first.await(() -> !blocks(output).isEmpty());
      for (String more : new String[] {"--resume", "--quiet"}) {
        try (Child second = Child.parallax(with(job, more))) {
          assertEquals(ExitStatus.WRONG_INPUT, second.status());
          assertEquals(
              "parallax: another run is at work in output folder '" + output + "'\n", second.err());
        }
      }
      assertEquals(ExitStatus.DONE, first.status(), first.err());
      assertEquals(digest, first.digest());
    }
  }

  @Test
  void withAnotherInputItIsAnotherJob() throws IOException {
    Path numbers = Files.writeString(folder.resolve("numbers.txt"), "7\n9\n");
    String output = folder.resolve("numbers").toString();
    String[] job = {
      "map", "--array", "file:" + numbers, "--function", "is-prime", "--serial", "-o", output
    };
    try (Child run = Child.parallax(job)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
    }
    Files.writeString(numbers, "7\n11\n");
    try (Child run = Child.parallax(job)) {
      assertEquals(ExitStatus.WRONG_INPUT, run.status());
      assertTrue(run.err().contains(numbers + " has changed since"), run.err());
    }
  }

  /** A file tells that the one slice has begun, of which nothing else shows how far it is. */
  @Test
  void withoutAFolderAndInsideALongSlice() throws IOException {
    Path marks = Files.createDirectory(folder.resolve("marks"));
    String[] job = {
      "sweep",
      "-p",
      "a=range:0:200:1",
      "--model",
      "lab.Faulty",
      "--jars",
      FaultyCode.jar(Files.createDirectory(folder.resolve("faulty"))).toString(),
      "--set",
      "kind=straggle",
      "--set",
      "marks=" + marks,
      "--json",
      "--serial",
      "--slices",
      "1"
    };
    try (Child run = Child.parallax(job)) {
      run.await(() -> Files.exists(marks.resolve("straggler")));
      run.signal("INT");
      assertEquals(ExitStatus.INTERRUPTED, run.status(), run.err());
      assertEquals("parallax: interrupted; nothing is kept without --output\n", run.err());
      assertEquals("", run.out());
    }
  }

  @Test
  void codeThatHeedsNoInterruptIsHalted() {
    Path output = folder.resolve("deaf");
    String[] job =
        with("--serial", "--slices", "100", "-o", output.toString(), "--set", "kind=spin");
    try (Child run = Child.parallax(job)) {
      run.await(() -> blocks(output).size() == 18); // the block with point 37 does not end
      run.signal("INT");
      assertEquals(ExitStatus.INTERRUPTED, run.status(), run.err());
      assertEquals(36, done(run));
      assertEquals(18, blocks(output).size());
    }
  }

  @Test
  void aSecondControlCEndsAtOnce() {
    Path output = folder.resolve("twice");
    String[] job =
        with(
            "--master",
            "local[2]",
            "--slices",
            "100",
            "-o",
            output.toString(),
            "--set",
            "kind=spin");
    try (Child run = Child.parallax(job)) {
      run.await(() -> blocks(output).size() >= 18);
      run.signal("INT");
      run.signal("INT");
      assertEquals(ExitStatus.INTERRUPTED, run.status(), run.err());
      assertEquals(kept(output), done(run));
    }
  }
}
