package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full and a journal that cannot be written. The full disk is a file system in
 * memory, seen by the child's process alone, for which the kernel must let us make namespaces:
 * where it does not, the test is skipped and says so.
 */
class FullDiskIT {
  private static final List<String> NAMESPACE = List.of("unshare", "--mount", "--map-root-user");

  @TempDir private Path folder;

  private static int status(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a shell command in which the folder has so many kilobytes. */
  private Child small(int kilobytes, String command) {
    String mount = "mount -t tmpfs -o size=" + kilobytes + "k none '" + folder + "'";
    List<String> probe = List.of("sh", "-c", mount);
    assumeTrue(
        status(Stream.concat(NAMESPACE.stream(), probe.stream()).toList()) == 0,
        "no small file system can be made here: unshare and mount are not allowed");
    List<String> shell = List.of("sh", "-c", mount + " && " + command);
    return Child.start(Map.of(), Stream.concat(NAMESPACE.stream(), shell.stream()).toList());
  }

  private static String java(String arguments) {
    String jvm = String.join(" ", Child.SHORT_LIVED);
    return "'%s' %s -Xmx512m -cp '%s:%s' dev.parallax.cli.Main %s"
        .formatted(Child.JAVA, jvm, Child.JAR, Child.LIB, arguments);
  }

  private static final String JOB =
      "map --array range:0:100000 --function is-prime --slices 100 --json";

  /**
   * Each block takes 8 KB and a little, and on this file system two pages; some seventy of a
   * hundred find room.
   */
  @Test
  void aFullDiskStopsTheRunWhichGoesOnWhenThereIsRoom() throws IOException {
    String digest;
    try (Child whole = Child.parallax((JOB + " --serial").split(" "))) {
      assertEquals(0, whole.status());
      digest = whole.digest();
    }
    for (String engine : new String[] {" --serial", " --master threads[2]", " --master local[2]"}) {
      String out = " -o '" + folder + "/run'";
      String run = java(JOB + engine + out);
      String script =
          run
              + "; echo status $?; ls '"
              + folder
              + "/run/blocks' | grep -c 'block$';"
              + " mount -o remount,size=64m '"
              + folder
              + "' && "
              + run
              + " --resume; echo status $?";
      try (Child child = small(600, script)) {
        assertEquals(0, child.status(), child.err());
        String line =
            "parallax: cannot write .*\\.block: No space left on device; (\\d+)000 of 100000 items"
                + " are done; to go on: parallax .* --resume\n";
        assertTrue(child.err().matches(line), child.err());
        String done = child.err().replaceFirst("(?s)" + line, "$1");
        assertTrue(child.out().startsWith("status 1\n" + done + "\n{"), child.out());
        assertTrue(child.out().endsWith("}\nstatus 0\n"), child.out());
        assertTrue(Integer.parseInt(done) > 20 && Integer.parseInt(done) < 100, done);
        assertEquals(digest, child.digest());
      }
    }
  }

  /** The blocks find room, the table does not. */
  @Test
  void aTableThatFindsNoRoomLeavesTheBlocks() {
    String run =
        java("map --array range:0:30000 --function is-prime --serial --slices 3")
            + " --json -o '"
            + folder
            + "/run'";
    String script =
        run
            + "; echo status $?; mount -o remount,size=64m '"
            + folder
            + "' && "
            + run
            + " --resume";
    try (Child child = small(400, script)) {
      assertEquals(ExitStatus.DONE, child.status(), child.err());
      assertTrue(child.out().startsWith("status 1\n{"), child.out());
      assertTrue(child.err().contains("30000 of 30000 items are done; to go on"), child.err());
      assertEquals(1, child.err().lines().count(), child.err());
    }
  }

  @Test
  void aJournalThatIsTakenAwayStopsTheRun() throws IOException {
    Path output = folder.resolve("run");
    Path jar = UserJar.in(folder);
    try (Child run =
        Child.parallax(
            "sweep",
            "-p",
            "a=range:0:200:1",
            "--model",
            "lab.Tried",
            "--jars",
            jar.toString(),
            "--set",
            "pause=20",
            "--serial",
            "--slices",
            "40",
            "-o",
            output.toString())) {
      Path blocks = output.resolve("blocks");
      run.await(() -> Files.exists(blocks.resolve("10-5.block")));
      Files.move(blocks, folder.resolve("away"));
      assertEquals(ExitStatus.BROKEN, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains(".block: the folder is gone; "), run.err());
    }
  }
}
