package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures that sweeps and maps leave in their folders. */
class SweepFiguresTest {
  private static final String GRID =
      "sweep -p frequency=linspace:0:2:40 -p damping=0.1,0.5 --model driven-oscillator ";

  @TempDir private Path folder;

  private Path run(String name, String line) {
    Path run = folder.resolve(name);
    CommandRun did = CommandRun.of(line + " -o", run.toString());
    assertEquals(0, did.status(), did.err());
    assertEquals("", did.err());
    return run;
  }

  private static List<String> pictures(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".png"))
          .sorted()
          .toList();
    }
  }

  @Test
  void eachResponseHasItsPictures() throws IOException {
    assertEquals(
        List.of(
            "curve-amplitude.png",
            "curve-phase.png",
            "map-amplitude.png",
            "map-phase.png",
            "timeline.png"),
        pictures(run("grid", GRID + "--serial")));
    String svg = Files.readString(folder.resolve("grid/curve-phase.svg"));
    assertTrue(svg.contains(">0.5<"), "the legend is there");
  }

  @Test
  void aMapHasItsShare() throws IOException {
    String map = "map --array range:0:2000 --function is-prime --serial";
    assertEquals(List.of("share.png", "timeline.png"), pictures(run("map", map)));
  }

  @Test
  void aBootstrapHasItsTimeLine() throws IOException {
    String job =
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean --resamples 200 --serial";
    assertEquals(
        List.of("distribution.png", "influence.png", "timeline.png"), pictures(run("b", job)));
  }

  /** The first law holds for pictures too. */
  @ParameterizedTest
  @ValueSource(strings = {"--master local[1]", "--master local[2]", "--master local[5] --slices 7"})
  void theSameBytesOnEveryEngine(String engine) throws IOException {
    Path serial = run("serial", GRID + "--serial");
    Path other = run("other", GRID + engine);
    for (String file : List.of("curve-amplitude", "map-phase")) {
      for (String form : List.of(".png", ".svg", ".pdf")) {
        byte[] bytes = Files.readAllBytes(serial.resolve(file + form));
        assertArrayEquals(bytes, Files.readAllBytes(other.resolve(file + form)), file + form);
      }
    }
  }
}
