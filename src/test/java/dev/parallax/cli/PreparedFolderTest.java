package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
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

/** More that somebody may have prepared in a run's folder: nothing of it is lost, or led astray. */
class PreparedFolderTest {
  private static final String MAP =
      "map --array range:0:40 --function is-prime --serial --slices 4";

  @TempDir private static Path original;
  private static String digest;

  @TempDir private Path folder;
  private Path run;
  private Path victim;

  @BeforeAll
  static void aFinishedRun() {
    CommandRun done = CommandRun.of(MAP + " -o " + original.resolve("run"));
    assertEquals(ExitStatus.DONE, done.status(), done.err());
    digest = done.digest();
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

  private CommandRun resumed(Path where) {
    return CommandRun.of(MAP + " --resume -o " + where);
  }

  private void plant(String what, Path at) throws Exception {
    if (!Files.isDirectory(at)) {
      Files.deleteIfExists(at);
    }
    switch (what) {
      case "link" -> Files.createSymbolicLink(at, victim);
      case "hard link" -> Files.createLink(at, victim);
      case "loop" -> Files.createSymbolicLink(at, at.getFileName());
      case "dangling" -> Files.createSymbolicLink(at, folder.resolve("new"));
      case "zero" -> Files.createSymbolicLink(at, Path.of("/dev/zero"));
      case "pipe" -> assertEquals(0, new ProcessBuilder("mkfifo", at.toString()).start().waitFor());
      case "folder" -> Files.writeString(Files.createDirectories(at).resolve("kept"), "mine");
      case "bytes" -> Files.write(at, new byte[] {'m', (byte) 0xff, 0});
      case "another version" -> Files.write(at, new byte[] {0, 0, 0, 7, 0, 0});
      case "sparse" -> {
        try (RandomAccessFile file = new RandomAccessFile(at.toFile(), "rw")) {
          file.setLength(1L << 40);
        }
      }
      default -> Files.writeString(at, what);
    }
  }

  private void checkRefused(CommandRun refused) throws IOException {
    assertTrue(refused.status() == ExitStatus.WRONG_INPUT || refused.status() == ExitStatus.BROKEN);
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().startsWith("parallax: "), refused.err());
    checkVictim();
  }

  private void checkVictim() throws IOException {
    assertEquals("mine", Files.readString(victim));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @ParameterizedTest
  @CsvSource({
    "folder,table.ecsv",
    "folder,table.ecsv.part",
    "folder,summary.json",
    "folder,run.job.part",
    "folder,timeline.png",
    "folder,timeline.svg.part",
    "folder,failures.csv",
    "folder,table.csv",
    "folder,journal/0-10.block",
    "folder,journal/5-5.block.part",
    "bytes,run.job",
    "sparse,run.job",
    "loop,run.job",
    "loop,journal/../blocks",
    "folder,report.html",
    "dangling,blocks",
    "map --jar evil.jar,run.job",
    "x,journal/9223372036854775807-1.block",
    "x,journal/9999999999999999999-999999999.block",
  })
  void whatIsInTheWayIsSaidAndLeft(String what, String name) throws Exception {
    Path at = run.resolve(name).normalize();
    plant(what, at);
    checkRefused(resumed(run));
    Path there = Path.of(at.toString().replace("journal", "blocks")); // where it may have begun
    boolean moved = Files.exists(there, LinkOption.NOFOLLOW_LINKS);
    assertTrue(moved || Files.exists(at, LinkOption.NOFOLLOW_LINKS));
    if (what.equals("folder")) {
      assertEquals("mine", Files.readString((moved ? there : at).resolve("kept")));
    }
  }

  @Test
  void whenTheWayIsFreeTheRunGoesOn() throws Exception {
    for (String name : List.of("blocks/0-10.block", "table.ecsv", "timeline.png.part")) {
      Path at = run.resolve(name);
      plant("folder", Files.exists(run.resolve("blocks")) ? at : run.resolve("journal/0-10.block"));
      checkRefused(resumed(run));
      Files.delete(at.resolve("kept"));
      Files.delete(at);
    }
    assertEquals(digest, resumed(run).digest(), "nothing was lost");
  }

  /** In one run each: what stands in for blocks, and for all that is written beside them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "link:journal/0-10.block, loop:journal/10-10.block, dangling:journal/20-10.block,"
            + " pipe:journal/30-10.block",
        "hard link:journal/0-10.block, zero:journal/10-10.block, sparse:journal/20-10.block,"
            + " bytes:journal/30-10.block",
        "another version:journal/0-10.block, pipe:journal/0-40.block, x:journal/10-10.block\n.block,"
            + " pipe:summary.json, pipe:failures.csv.part, loop:table.ecsv, dangling:table.csv,"
            + " zero:report.html.part, hard link:.lock, x:journal/notes.txt, loop:timeline.png.part"
      })
  void whatIsNoResultIsComputedAgain(String plants) throws Exception {
    for (String plant : plants.split(", ")) {
      plant(plant.substring(0, plant.indexOf(':')), run.resolve(plant.replaceFirst(".*?:", "")));
    }
    CommandRun again = resumed(run);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertEquals(digest, again.digest());
    assertTrue(
        again.err().lines().allMatch(line -> line.endsWith("; its items are computed again")));
    checkVictim();
  }

  /** Blocks under each other's names, or a copy under a name that says more. */
  @Test
  void aBlockIsWhatItSaysNotWhatItIsCalled() throws IOException {
    Path journal = run.resolve("journal");
    Files.move(journal.resolve("0-10.block"), journal.resolve("aside"));
    Files.move(journal.resolve("10-10.block"), journal.resolve("0-10.block"));
    Files.move(journal.resolve("aside"), journal.resolve("10-10.block"));
    Files.copy(journal.resolve("20-10.block"), journal.resolve("20-20.block"));
    CommandRun again = resumed(run);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertEquals(digest, again.digest());
    assertEquals(3, again.err().lines().count(), again.err());
  }

  /** Whoever made them so, files that are not to be written are replaced, as the folder allows. */
  @ParameterizedTest
  @ValueSource(strings = {"readonly", "hard link"})
  void allFilesOfARun(String what) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (what.equals("readonly")) {
          assertTrue(file.getFileName().toString().equals(".lock") || file.toFile().setReadOnly());
        } else if (!file.getFileName().toString().equals("run.job")) {
          Files.delete(file);
          Files.createLink(file, victim);
        }
      }
    }
    CommandRun again = resumed(run);
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertEquals(digest, again.digest());
    checkVictim();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop", "dangling", "zero", "pipe", "bytes"})
  void aFolderThatIsNone(String what) throws Exception {
    Path out = folder.resolve("out");
    plant(what, out);
    for (Path where : List.of(out, out.resolve("within/it"))) {
      checkRefused(CommandRun.of(MAP + " -o " + where));
    }
    assertTrue(Files.exists(out, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aFolderOfOthersIsNotWrittenTo() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.write(home.resolve("table.ecsv"), "mine".getBytes(StandardCharsets.UTF_8));
    Path link = Files.createSymbolicLink(folder.resolve("out"), home);
    for (String option : List.of("", " --resume", " --retry-failed")) {
      checkRefused(CommandRun.of(MAP + " -o " + link + option));
    }
    assertEquals("mine", Files.readString(home.resolve("table.ecsv")));
    assertEquals(1, home.toFile().list().length);
  }
}
