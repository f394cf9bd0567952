package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.Main;
import dev.parallax.cli.process.ExitStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal in each of the stages that a bootstrap has besides its replicates, and what is left. */
class StageIT {
  private static final double SOON_SECONDS = 15; // on an idle machine it is below one

  /** Here the time goes into loops. */
  private static final List<String> BUSY = List.of("-Xmx512m", "-XX:TieredStopAtLevel=4");

  @TempDir private static Path folder;

  private static Path table(int rows) throws IOException {
    Path file = folder.resolve(rows + ".csv");
    if (!Files.exists(file)) {
      SplittableRandom random = new SplittableRandom(rows);
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        out.write("x,y\n");
        for (int row = 0; row < rows; row++) {
          int x = random.nextInt(10);
          out.write(x + "," + random.nextInt(x + 9) + "\n");
        }
      }
    }
    return file;
  }

  /** The files of a stage's finished blocks, and when each was written. */
  private static Map<Path, Long> blocks(Path stage) {
    Map<Path, Long> times = new HashMap<>();
    try (Stream<Path> files = Files.list(stage)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".block")).toList()) {
        times.put(file, Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException e) {
      return Map.of(); // it has not begun, or is over
    }
    return times;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sums-of-rows-0-400 | 1050000 | slope | --resampling poisson --resamples 400",
        "after-bootstrap-0-30000 | 10000 | slope | --resamples 30000 --jackknife-after-bootstrap",
        "permutations | 5000 | slope | --resamples 10000 --permutation-test",
        "lines | 200000 | slope | --resamples 1000",
      })
  void aStageIsInterruptedAndGoesOn(String stage, int rows, String statistic, String options)
      throws IOException {
    Path output = folder.resolve(stage);
    Path parts = output.resolve("blocks").resolve(stage);
    List<String> line =
        new ArrayList<>(
            List.of("bootstrap", table(rows).toString(), "--x", "x", "--y", "y", "--serial"));
    line.addAll(List.of("--slices", "100", "--json", "--statistic", statistic));
    line.addAll(Arrays.asList(options.split(" ")));
    line.addAll(List.of("-o", output.toString()));
    Map<Path, Long> kept;
    try (Child run = Child.parallax(BUSY, line.toArray(String[]::new))) {
      run.await(() -> blocks(parts).size() >= 2);
      long start = System.nanoTime();
      run.signal("INT");
      assertEquals(130, run.status(), run.err());
      assertTrue((System.nanoTime() - start) * 1e-9 < SOON_SECONDS);
      assertTrue(run.err().contains("parallax: interrupted; "), run.err());
      kept = blocks(parts);
      assertTrue(kept.size() >= 2 && kept.size() < 100, "amid the stage: " + kept.size());
      assertFalse(Files.exists(output.resolve("summary.json")));
    }
    String resumed = resumed(line, parts, kept);
    assertFalse(Files.exists(output.resolve("blocks")), "the run is finished");
    assertFalse(Files.exists(output.resolve("journal").resolve(stage)), "a stage leaves nothing");
    int last = line.size() - 1;
    line.set(last, folder.resolve(stage + "-whole").toString());
    assertEquals(findings(whole(line)), findings(resumed));
    assertEquals(picture(folder.resolve(stage + "-whole")), picture(output));
  }

  /** Goes on, and checks before the stage is over that what was kept is not computed again. */
  private static String resumed(List<String> line, Path parts, Map<Path, Long> kept) {
    String[] again = Stream.concat(line.stream(), Stream.of("--resume")).toArray(String[]::new);
    try (Child run = Child.parallax(BUSY, again)) {
      run.await(() -> blocks(parts).size() > kept.size());
      Map<Path, Long> now = blocks(parts);
      if (!now.isEmpty()) {
        kept.forEach((file, time) -> assertEquals(time, now.get(file), file.toString()));
      }
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      return run.out();
    }
  }

  /** The same in one go, in this process; its JSON. */
  private static String whole(List<String> line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(line.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err, true));
    assertEquals(ExitStatus.DONE, status, err::toString);
    return out.toString();
  }

  /** The digest and all findings, without what the run cost. */
  private static String findings(String json) {
    return json.replaceAll("\"(engine|timing)\":\\{[^}]*},", "")
        .replaceAll("\"slices\":\\[[^\\]]*],", "");
  }

  private static String picture(Path output) throws IOException {
    return Files.readString(output.resolve("line.svg"));
  }
}
