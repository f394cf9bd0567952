package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run that a signal ends, and that the same command finishes it. */
class InterruptIT {
  private static final String RESUMABLE =
      "parallax: interrupted; the same command goes on from what is done\n";
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
      assertEquals(Main.DONE, run.status(), run.err());
      digest = run.digest();
    }
  }

  private static String[] with(String... more) {
    return Stream.concat(Arrays.stream(slow), Arrays.stream(more)).toArray(String[]::new);
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

  @Test
  void onSparkByControlCThenByKillAndThenToTheEnd() {
    Path output = folder.resolve("spark");
    String[] job = with("--master", "local[2]", "--slices", "40", "-o", output.toString());
    try (Child run = Child.parallax(job)) {
      assertEquals(Main.INTERRUPTED, ended(run, output, "INT"), run.err());
      assertEquals(RESUMABLE, run.err());
      assertEquals("", run.out());
    }
    int kept = blocks(output).size();
    String[] other = with("--master", "local[2]", "--slices", "33", "-o", output.toString());
    try (Child run = Child.parallax(other)) {
      ended(run, output, "KILL");
      assertTrue(blocks(output).size() >= kept + 2, "nothing is computed twice");
    }
    try (Child run = Child.parallax(job)) {
      assertEquals(Main.DONE, run.status(), run.err());
      assertEquals(digest, run.digest());
      assertEquals("", run.err());
    }
    assertFalse(Files.exists(output.resolve("blocks")));
  }

  @Test
  void seriallyByTerminationThenToTheEndDespiteDamagedBlocks() throws IOException {
    Path output = folder.resolve("serial");
    String[] job = with("--serial", "--slices", "40", "-o", output.toString());
    try (Child run = Child.parallax(job)) {
      assertEquals(Main.INTERRUPTED, ended(run, output, "TERM"), run.err());
      assertEquals(RESUMABLE, run.err());
    }
    Path cut = blocks(output).get(0);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 20));
    Files.write(output.resolve("blocks").resolve("150-5.block.part"), new byte[7]);
    try (Child run = Child.parallax(with("--serial", "--slices", "7", "-o", output.toString()))) {
      assertEquals(Main.DONE, run.status(), run.err());
      assertEquals(digest, run.digest());
      assertEquals("parallax: " + cut + " is damaged; its items are computed again\n", run.err());
    }
    assertFalse(Files.exists(output.resolve("blocks")));
  }

  @Test
  void withAnotherInputItIsAnotherJob() throws IOException {
    Path numbers = Files.writeString(folder.resolve("numbers.txt"), "7\n9\n");
    String output = folder.resolve("numbers").toString();
    String[] job = {
      "map", "--array", "file:" + numbers, "--function", "is-prime", "--serial", "-o", output
    };
    try (Child run = Child.parallax(job)) {
      assertEquals(Main.DONE, run.status(), run.err());
    }
    Files.writeString(numbers, "7\n11\n");
    try (Child run = Child.parallax(job)) {
      assertEquals(Main.WRONG_INPUT, run.status());
      assertTrue(run.err().contains("has another run"), run.err());
    }
  }

  @Test
  void withoutAFolderAndInsideALongSlice() throws InterruptedException {
    try (Child run = Child.parallax(with("--serial", "--slices", "1", "--set", "pause=60"))) {
      TimeUnit.SECONDS.sleep(3); // of twelve, in which nothing shows how far it is
      run.signal("INT");
      assertEquals(Main.INTERRUPTED, run.status(), run.err());
      assertEquals("parallax: interrupted\n", run.err());
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
      assertEquals(Main.INTERRUPTED, run.status(), run.err());
      assertEquals(RESUMABLE, run.err());
      assertEquals(18, blocks(output).size());
    }
  }
}
