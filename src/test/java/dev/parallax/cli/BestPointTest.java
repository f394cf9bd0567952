package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The best point of a sweep, as the command line shows it. */
class BestPointTest {
  @TempDir private Path folder;

  private static JsonNode best(String line) throws IOException {
    CommandRun run = CommandRun.of(line + " --json");
    assertEquals("", run.err(), line);
    return new ObjectMapper().readTree(run.out()).get("best");
  }

  /**
   * Hogg, Bovy and Lang (2010), arXiv:1008.4686, exercise 1: m = 2.24 +- 0.11, b = 34 +- 18. To
   * more digits by numpy, with x, y, s the columns of their table 1 from point 5 on:
   *
   * <pre>
   * A = np.c_[x, np.ones_like(x)]; C = np.linalg.inv(A.T @ (A / s[:, None]**2))
   * p = C @ (A.T @ (y / s**2)); np.sqrt(np.diag(C)); np.sum(((y - A @ p) / s)**2)
   * </pre>
   */
  @Test
  void aPublishedLineHasItsStandardErrors() throws IOException {
    JsonNode best = best("@jobs/straight-line.job --serial");
    assertEquals(18.68076991, best.get("value").asDouble(), 1e-4);
    assertEquals(2.23992083, best.at("/at/m").asDouble(), 0.0025, "half a step");
    assertEquals(34.04772776, best.at("/at/b").asDouble(), 0.5);
    // A step is 1/6 and 1/5 of the widths with the other held fixed: ends are off by 1 % at most.
    for (String name : List.of("m", "b")) {
      double error = name.equals("m") ? 0.10778048 : 18.24616675;
      JsonNode profile = best.at("/axes/" + name + "/profile");
      double width = profile.get("high").asDouble() - profile.get("low").asDouble();
      assertEquals(error, width / 2, 0.01 * error, name);
    }
    // 1/sqrt of the diagonal of the inverse of C.
    assertEquals(0.029871, best.at("/axes/m/parabola/sigma").asDouble(), 1e-6);
    assertEquals(5.05686436, best.at("/axes/b/parabola/sigma").asDouble(), 1e-7);
  }

  private static final String GRID =
      "sweep -p x=linspace:-2:2:23 -p y=geomspace:0.1:10:17 --best min:chi2"
          + " --expression chi2=((x-0.3)^2+(y-x-1)^2)/0.09+0*sqrt(x+1.9)";

  /** The first law: findings to the last digit, and pictures to the last byte. */
  @Test
  void everyEngineSaysTheSame() throws IOException {
    JsonNode expected = null;
    byte[] picture = null;
    int count = 0;
    for (String engine :
        List.of(
            "--serial",
            "--master local[1]",
            "--master local[2] --slices 1",
            "--master local[5] --slices 7",
            "--serial --slices 391",
            "--master local[2] --slices 5 --scatter cyclic")) {
      String run = folder.resolve("run" + count++).toString();
      JsonNode found = best(GRID + " " + engine + " -o " + run);
      byte[] drawn = Files.readAllBytes(Path.of(run, "map.png"));
      expected = expected == null ? found : expected;
      picture = picture == null ? drawn : picture;
      assertEquals(expected, found, engine);
      assertArrayEquals(picture, drawn, engine);
    }
    assertEquals(17, expected.get("items_left_out").asInt());
    String svg = Files.readString(folder.resolve("run0/map.svg"));
    for (String text : List.of("68.3 % (+2.30)", "95.4 % (+6.18)", "chi2 (logarithmic)")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
  }

  /** It is no part of the job: the same results are looked at in another way. */
  @Test
  void aRunGoesOnWithAnotherBest() throws IOException {
    String line = "sweep -p x=1,2,3,4 --expression a=(x-2)^2 --expression b=x --serial -o ";
    String run = folder.resolve("run").toString();
    CommandRun first = CommandRun.of(line + run);
    CommandRun second = CommandRun.of(line + run + " --resume --best min:a");
    assertEquals(0, second.status(), second.err());
    assertEquals(first.digest(), second.digest());
    assertTrue(second.out().contains("least a      0 at 2, item 1\n"), second.out());
    CommandRun third = CommandRun.of(line + run + " --resume --best max:b");
    assertTrue(third.out().contains("greatest b   4 at 4, item 3\n"), third.out());
    String summary = Files.readString(Path.of(run, "summary.json"));
    assertEquals("b", new ObjectMapper().readTree(summary).at("/best/response").asText());
  }

  @Test
  void replicationsHaveNoBest() {
    CommandRun run =
        CommandRun.of("sweep -p x=1,2 --expression y=normal()+x --best min:y --replications 3");
    assertEquals(2, run.status());
    assertTrue(
        run.err().startsWith("parallax: --best does not go with --replications: "), run.err());
  }
}
