package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code -o DIR} does in a folder that somebody else has prepared. */
class PlantedFolderTest {
  private static final String SWEEP =
      "sweep -p a=2 -p x=linspace:1:5:9 --model "
          + UserClasses.Parabola.class.getName()
          + " --serial --slices 3";
  private static final String MAP =
      "map --array range:0:40 --function is-prime --serial --slices 4";

  @TempDir private static Path original;
  @TempDir private Path folder;
  private Path run;
  private Path victim;

  /** Drawn once; pictures take long. */
  @BeforeAll
  static void aFinishedRun() {
    String line = SWEEP + " --report -o " + original.resolve("run");
    assertEquals(ExitStatus.FAILED_ITEMS, CommandRun.of(line).status());
  }

  @BeforeEach
  void itsCopy() throws IOException {
    run = folder.resolve("run");
    victim = Files.writeString(folder.resolve("victim"), "mine");
    try (Stream<Path> files = Files.walk(original.resolve("run"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(original.relativize(file)));
      }
    }
  }

  private CommandRun run(String line) {
    return CommandRun.of(line.replace("DIR", folder.toString()));
  }

  private List<String> names(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void replace(String name) throws IOException {
    Files.deleteIfExists(run.resolve(name));
    Files.createSymbolicLink(run.resolve(name), victim);
  }

  /** Under every name that a run writes, and every name with {@code .part} behind. */
  @ParameterizedTest
  @ValueSource(strings = {"--resume", "--retry-failed"})
  void linksAreReplacedAndNotFollowed(String option) throws IOException {
    List<String> names = names("run");
    for (String name : names) {
      if (Files.isRegularFile(run.resolve(name))) {
        if (!name.equals("run.job") && !name.equals(".lock")) {
          replace(name);
        }
        replace(name + ".part");
      }
    }
    CommandRun again = run(SWEEP + " --report -o DIR/run " + option);
    assertEquals(ExitStatus.FAILED_ITEMS, again.status(), again.err());
    assertEquals("mine", Files.readString(victim));
    for (String name : names) {
      assertFalse(Files.isSymbolicLink(run.resolve(name)), name);
      assertTrue(Files.size(run.resolve(name)) > 0 || name.equals(".lock"), name);
    }
    assertTrue(names.contains("failures.csv") && names.contains("curve.png"), names.toString());
  }

  /** What is read, renamed or locked has to lie in the folder. */
  @ParameterizedTest
  @ValueSource(strings = {"run.job", ".lock", "journal", "blocks"})
  void aLinkToWhatIsReadIsRefused(String name) throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Path there = run.resolve(name);
    if (Files.exists(there)) {
      Files.move(there, elsewhere);
    } else {
      Files.createDirectory(elsewhere);
    }
    Files.createSymbolicLink(there, elsewhere);
    List<String> before = Files.isDirectory(elsewhere) ? names("elsewhere") : List.of();
    CommandRun again = run(SWEEP + " -o DIR/run --resume");
    assertEquals(ExitStatus.WRONG_INPUT, again.status(), again.out());
    assertEquals(
        "parallax: output folder '"
            + run
            + "': '"
            + name
            + "' in it is a link; name a new folder\n",
        again.err());
    if (Files.isDirectory(elsewhere)) {
      assertEquals(before, names("elsewhere"));
    }
  }

  @ParameterizedTest
  @CsvSource({"run.job,pipe", ".lock,pipe", "run.job,/dev/zero", ".lock,folder", "run.job,folder"})
  void whatIsNoFileIsRefusedAndNotWaitedFor(String name, String kind) throws Exception {
    Path there = run.resolve(name);
    Files.delete(there);
    switch (kind) {
      case "pipe" ->
          assertEquals(0, new ProcessBuilder("mkfifo", there.toString()).start().waitFor());
      case "folder" -> Files.createDirectory(there);
      default -> Files.createSymbolicLink(there, Path.of(kind));
    }
    CommandRun again = run(SWEEP + " -o DIR/run --resume");
    assertEquals(ExitStatus.WRONG_INPUT, again.status());
    assertTrue(again.err().endsWith("; name a new folder\n"), again.err());
    assertEquals(1, again.err().lines().count());
  }

  /** A run that never was: nothing of it is made elsewhere. */
  @Test
  void aNewRunFollowsNoLinksEither() throws IOException {
    Path made = Files.createDirectory(folder.resolve("made"));
    Files.createSymbolicLink(made.resolve(".lock"), folder.resolve("new"));
    CommandRun first = run(MAP + " -o DIR/made");
    assertEquals(ExitStatus.WRONG_INPUT, first.status());
    Files.delete(made.resolve(".lock"));
    Files.createSymbolicLink(made.resolve("run.job.part"), folder.resolve("new"));
    CommandRun second = run(MAP + " -o DIR/made");
    assertEquals(ExitStatus.DONE, second.status(), second.err());
    assertFalse(Files.exists(folder.resolve("new"), LinkOption.NOFOLLOW_LINKS));
  }

  /** A folder is where the user says that it is. */
  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Files.createDirectory(folder.resolve("large disk"));
    Files.createSymbolicLink(folder.resolve("out"), folder.resolve("large disk"));
    CommandRun run = run(MAP + " -o DIR/out");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(names("large disk").contains("summary.json"));
    assertEquals(ExitStatus.DONE, run(MAP + " -o DIR/out --resume").status());
  }

  /** A user's own notes beside the tables stay, whatever they are called. */
  @Test
  void whatTheRunDidNotWriteStays() throws IOException {
    Files.writeString(run.resolve("table.txt"), "notes");
    Files.writeString(run.resolve("table.csv"), "of another format");
    assertEquals(ExitStatus.FAILED_ITEMS, run(SWEEP + " -o DIR/run --resume").status());
    assertEquals("notes", Files.readString(run.resolve("table.txt")));
    assertFalse(Files.exists(run.resolve("table.csv")));
  }

  /** Another seed, another function, another number of items: the same columns all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "map --array random:0:99:40 --function is-prime --serial --slices 4 --seed 2",
        "map --array random:0:99:40 --function is-prime-by-division --serial --slices 4",
        "map --array random:0:98:40 --function is-prime --serial --slices 4"
      })
  void anotherJobsJournalIsRefusedAndLeft(String other) throws IOException {
    String job = "map --array random:0:99:40 --function is-prime --serial --slices 4";
    CommandRun right = run(job + " -o DIR/right");
    assertEquals(ExitStatus.DONE, run(other + " -o DIR/other").status());
    Files.move(folder.resolve("right/journal"), folder.resolve("aside"));
    Files.move(folder.resolve("other/journal"), folder.resolve("right/journal"));
    for (String option : List.of("--resume", "--retry-failed")) {
      CommandRun again = run(job + " -o DIR/right " + option);
      assertEquals(ExitStatus.WRONG_INPUT, again.status(), again.out());
      assertEquals(
          "parallax: output folder '"
              + folder.resolve("right")
              + "' has results of another job, such as 'journal/0-10.block'; take them away, or"
              + " name a new folder\n",
          again.err());
      assertEquals(4, names("right/journal").size());
    }
    // One of them among the right ones does no harm either.
    Files.move(folder.resolve("right/journal"), folder.resolve("foreign"));
    Files.move(folder.resolve("aside"), folder.resolve("right/journal"));
    Path block = folder.resolve("right/journal/20-10.block");
    byte[] mine = Files.readAllBytes(block);
    Files.write(block, Files.readAllBytes(folder.resolve("foreign/20-10.block")));
    assertEquals(ExitStatus.WRONG_INPUT, run(job + " -o DIR/right --resume").status());
    Files.write(block, mine);
    assertEquals(right.digest(), run(job + " -o DIR/right --resume").digest());
  }

  /** Longer, and with other findings, it is the same job. */
  @Test
  void aLongerRunTakesTheBlocksOfTheShorterOne() {
    String job = "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean --serial";
    String shorter = job + " --resamples 300 --level 0.9 -o DIR/boot";
    assertEquals(ExitStatus.DONE, run(shorter).status());
    CommandRun longer = run(job + " --resamples 900 --level 0.5 -o DIR/boot --resume");
    assertEquals(ExitStatus.DONE, longer.status(), longer.err());
    assertTrue(longer.out().contains("going on: 300 of 900"), longer.out());
    assertEquals(run(job + " --resamples 900").digest(), longer.digest());
  }
}
