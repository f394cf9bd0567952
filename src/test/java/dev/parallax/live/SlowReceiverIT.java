package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A driver survives what finishes at once, whatever its receiver does meanwhile. */
@ExtendWith(Lab.Extension.class)
class SlowReceiverIT {
  private static final Pattern SAID = Pattern.compile("(\\d+) MB used\\R(\\d+) outcomes\\R");

  private static void survives(String heap, String[] arguments, int most) {
    try (Child run = Child.program(List.of("-Xmx" + heap), SlowReceiver.class, arguments)) {
      assertEquals(0, run.status(), run.err());
      Matcher said = SAID.matcher(run.out());
      assertTrue(said.matches(), run.out() + run.err());
      assertEquals(arguments[3], said.group(2), "all were received");
      assertTrue(Integer.parseInt(said.group(1)) < most, run.out());
    }
  }

  /**
   * Of 3 MB, 600 MB in all: an eighth of the heap is for what waits, and Spark takes its own. And
   * of 60 kB, 150 MB in all.
   */
  @ParameterizedTest
  @CsvSource({"1g, 200, 393216, 320", "512m, 2500, 7500, 140"})
  void whatExecutorsHaveDoneWaitsWithThem(
      String heap, String count, String size, int most, Lab lab) {
    String classes = "spark.executor.extraClassPath " + Child.TEST_CLASSES + ":" + Child.JAR;
    String plain = "spark.network.crypto.enabled false"; // which compilers of tests are slow at
    String settings = lab.cluster().settings(classes, plain).toString();
    String folder = lab.emptyFolder().toString();
    survives(heap, new String[] {lab.cluster().url(), settings, folder, count, size}, most);
  }

  /** More than the heap, of either size. A slice waits, and an outcome is there twice at most. */
  @ParameterizedTest
  @CsvSource({"1g, 400, 393216, 320", "512m, 10000, 7500, 220"})
  void slicesOfThisMachineWaitThemselves(
      String heap, String count, String size, int most, @TempDir Path folder) throws IOException {
    String settings = Files.createFile(folder.resolve("settings")).toString();
    String marks = Files.createDirectory(folder.resolve("marks")).toString();
    survives(heap, new String[] {"local[2]", settings, marks, count, size}, most);
  }
}
