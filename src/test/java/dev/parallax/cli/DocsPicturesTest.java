package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.run.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of docs are today's: each is what its command draws. This makes them anew:
 *
 * <pre>mvn test -Dtest=DocsPicturesTest -Ddocs.pictures</pre>
 *
 * <p>What is compared is the text of the SVG that lies beside a picture's PNG in the run's folder,
 * by its SHA-256 in {@code golden/pictures}, on machines with the same fonts, and the PNG's own, as
 * pixels may differ where lines do not.
 */
class DocsPicturesTest {
  private static final String RECORD = "docs.pictures";

  /** What draws the picture that no command does. */
  private static final String SIMULATION = "dev.parallax.run.Scale";

  /** What is drawn by which command, by the name in docs. */
  private static final Map<String, String> PICTURES =
      new TreeMap<>(
          Map.of(
              "air-conditioning",
              "distribution: @jobs/air-conditioning.job",
              "epidemic",
              "map-peak: sweep -p infection=linspace:0.05:0.6:56"
                  + " -p recovery=linspace:0.05:0.5:46 --responses peak,day"
                  + " --command python3~jobs/scripts/epidemic.py",
              "gravity",
              "distribution: @jobs/gravity.job",
              "line",
              "line: bootstrap jobs/data/hubble.ecsv --x distance --y velocity"
                  + " --statistic slope --level 0.95,0.68",
              "phase",
              "map-phase: sweep -p frequency=linspace:0:2:200 -p damping=logspace:-2:0:100"
                  + " --model driven-oscillator",
              "primes",
              "share: map --array range:0:1000000 --function is-prime",
              "scale",
              "scale: " + SIMULATION,
              "resonance",
              "curve-amplitude: sweep -p frequency=linspace:0:2:200"
                  + " -p damping=0.05,0.1,0.2,0.5,1 --model driven-oscillator",
              "straight-line",
              "map: @jobs/straight-line.job"));

  @TempDir private Path folder;

  /** The SVG and the PNG of a picture, drawn now. */
  private byte[][] drawn(String name) throws IOException {
    String[] how = PICTURES.get(name).split(": ", 2);
    Path run = folder.resolve(name);
    if (how[1].equals(SIMULATION)) {
      Scale.main(new String[] {Files.createDirectory(run).toString()});
    } else {
      CommandRun did = CommandRun.of(how[1] + " --serial --quiet -o", run.toString());
      assertEquals(0, did.status(), did.err());
    }
    return new byte[][] {
      Files.readAllBytes(run.resolve(how[0] + ".svg")),
      Files.readAllBytes(run.resolve(how[0] + ".png"))
    };
  }

  private static boolean hasPython() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "python3")));
  }

  private static String line(String name, byte[] svg, byte[] png) {
    return name
        + ".png SHA-256 "
        + GoldenFiles.sha256(new String(png, ISO_8859_1))
        + "\n| "
        + GoldenFonts.ofPicture(new String(svg, UTF_8))
        + "\n";
  }

  @Test
  void theyAreWhatIsDrawnToday() throws IOException {
    assumeTrue(hasPython(), "no python3 for the model of epidemic.png");
    boolean record = System.getProperty(RECORD) != null;
    Path recorded = Path.of("src/test/resources/golden/pictures");
    StringBuilder today = new StringBuilder();
    for (String name : PICTURES.keySet()) {
      byte[][] drawn = drawn(name);
      Path docs = Path.of("docs", name + ".png");
      if (record) {
        Files.write(docs, drawn[1]);
      }
      today.append(line(name, drawn[0], Files.readAllBytes(docs)));
    }
    if (record) {
      Files.writeString(recorded, today);
    }
    String before = Files.readString(recorded);
    assertEquals(
        GoldenFonts.comparable(before),
        GoldenFonts.asFarAs(today.toString(), before),
        "mvn test -Dtest=DocsPicturesTest -D" + RECORD + " makes the pictures of docs anew");
  }

  /** No picture of docs is made by hand. */
  @Test
  void allHaveTheirCommand() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      assertEquals(
          PICTURES.keySet().stream().map(name -> name + ".png").collect(Collectors.toSet()),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".png"))
              .collect(Collectors.toSet()));
    }
  }
}
