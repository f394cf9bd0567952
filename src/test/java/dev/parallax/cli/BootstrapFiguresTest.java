package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures that a bootstrap leaves in its folder. */
class BootstrapFiguresTest {
  @TempDir private Path folder;

  private String svg(String file) throws IOException {
    String path = file.contains("/") ? file : "run/" + file;
    return Files.readString(folder.resolve(path + ".svg"));
  }

  private void run(String line) {
    runInto("run", line);
  }

  private void runInto(String name, String line) {
    CommandRun run =
        CommandRun.of(
            "bootstrap " + line + " --serial --resamples 300 -o", folder.resolve(name).toString());
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err());
  }

  private void assertShows(String file, String... labels) throws IOException {
    String svg = svg(file);
    for (String label : labels) {
      assertTrue(shows(svg, label), () -> file + " does not show " + label);
    }
  }

  private static boolean shows(String svg, String label) {
    return Pattern.compile(">\\s*" + Pattern.quote(label) + "\\s*<").matcher(svg).find();
  }

  @Test
  void distributionAndLine() throws IOException {
    run("jobs/data/hubble.ecsv --x distance --y velocity --statistic slope --level 0.68,0.95");
    assertShows(
        "distribution",
        "slope(distance, velocity) [(km/s)/Mpc]",
        "68 % percentile",
        "95 % percentile",
        "95 % BCa",
        "95 % ABC",
        "estimate");
    assertShows(
        "line",
        "distance [Mpc]",
        "velocity [km/s]",
        "24 rows",
        "least-squares line",
        "68 % of the lines of 300 resamples");
    assertTrue(Files.exists(folder.resolve("run/line.png")));
  }

  /** The first law holds for pictures too. */
  @ParameterizedTest
  @ValueSource(strings = {"--master local[1]", "--master local[2]", "--master local[5] --slices 7"})
  void theSameBytesOnEveryEngine(String engine) throws IOException {
    String job = "jobs/data/hubble.ecsv --x distance --y velocity --statistic slope";
    run(job);
    Path other = folder.resolve("other");
    CommandRun.of("bootstrap " + job + " --resamples 300 " + engine + " -o", other.toString());
    for (String file : List.of("distribution", "line", "influence")) {
      for (String form : List.of(".png", ".svg", ".pdf")) {
        byte[] serial = Files.readAllBytes(folder.resolve("run/" + file + form));
        assertArrayEquals(serial, Files.readAllBytes(other.resolve(file + form)), file + form);
      }
    }
  }

  /** Ranks are about no line; of several statistics one is enough. */
  @Test
  void noLineWhereItMeansNothing() throws IOException {
    run("jobs/data/hubble.ecsv --x distance --y velocity --statistic spearman,kendall");
    assertFalse(Files.exists(folder.resolve("run/line.svg")));
    assertTrue(Files.exists(folder.resolve("run/distribution-kendall.pdf")));
  }

  @Test
  void severalStatisticsOfALogarithm() throws IOException {
    run("jobs/data/hubble.ecsv --column distance --statistic mean,quantile:0.9 --log10 distance");
    assertShows("distribution-mean", "mean(log10(distance)) [dex]");
    assertShows("distribution-quantile-0.9", "quantile:0.9(log10(distance)) [dex]");
    assertShows("influence-mean", "influence on mean(log10(distance)) [dex]");
    assertFalse(Files.exists(folder.resolve("run/line.svg")));
  }

  @Test
  void unitsOfTwoSamplesAreThoseOfTheirValues() throws IOException {
    Path table = folder.resolve("t.ecsv");
    Files.writeString(
        table,
        """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: v, unit: km/s, datatype: float64}
        # - {name: w, unit: km/s, datatype: float64}
        # - {name: d, unit: Mpc, datatype: float64}
        # - {name: half, datatype: string}
        v w d half
        1 2 3 a
        2 4 1 a
        4 3 6 b
        7 4 2 b
        """);
    runInto("a", table + " --column v --by half --statistic difference:variance");
    assertShows("a/distribution", "difference:variance(v, half) [(km/s)^2]");
    runInto("b", table + " --x v --y w --statistic difference:mean");
    assertShows("b/distribution", "difference:mean(v, w) [km/s]");
    String line = " --x v --y d --statistic slope-through-origin --interval studentized";
    runInto("c", table + line);
    assertShows("c/distribution", "slope-through-origin(v, d) [Mpc/(km/s)]");
    assertShows("c/line", "line through the origin");
  }

  @Test
  void errorBarsOfTheRowsThatAreLeft() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(
        table, "x,y,e,f\n1,2,0.1,0.2\n2,,0.1,0.3\n3,5,0.1,0.2\n4,5,0.2,0.4\n6,9,1,1\n");
    run(table + " --x x --y y --statistic pearson --error y=e:f --where x<6 --seed 3");
    assertShows("line", "3 rows", "x", "y");
    // A bar and its two ends for each row.
    assertEquals(9, svg("line").split("stroke:rgb\\(153,153,153\\)", -1).length - 1);
  }

  @Test
  void influentialRowsByNameOrNumber() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(
        table, "name,x,g\nfar out,90,a\n3C48,1,a\n,2,b\nM 31,,b\nM 87,-40,c\nM 1,3,c\n");
    run(table + " --column x --statistic mean");
    assertShows("influence", "influence on mean(x)", "row", "far out", "M 87", "row 3");
    Path turned = folder.resolve("u.csv");
    Files.writeString(turned, "x,name\n1,a\n,b\n90,c\n2,d\n3,e\n");
    CommandRun.of(
        "bootstrap --column x --statistic mean --serial --resamples 100",
        turned.toString(),
        "-o",
        folder.resolve("other").toString());
    String svg = Files.readString(folder.resolve("other/influence.svg"));
    assertTrue(shows(svg, "row 3"), "the rows are those of the file");
  }

  @Test
  void influentialClusters() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "x,g\n1,a\n2,a\n90,b\n80,b\n3,c\n4,c\n");
    run(table + " --column x --statistic mean --cluster g");
    assertShows("influence", "cluster", "b");
  }

  @Test
  void twoColumnsOfUnequalLength() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "x,y\n1,2\n2,5\n3,9\n,7\n");
    run(table + " --x x --y y --statistic difference:mean");
    assertShows("distribution", "difference:mean(x, y)");
    assertFalse(Files.exists(folder.resolve("run/line.svg")), "nothing is paired");
  }

  @Test
  void replicatesThatAreAllEqual() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "x\n1\n" + "2\n".repeat(300));
    run(table + " --column x --statistic median");
    assertShows("distribution", "median(x)");
  }

  /** Drawing code is loaded when there is something to draw into. */
  @Test
  void nothingIsLoadedWithoutAFolder() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    assumeTrue(classPath.contains("classes") || classPath.contains("surefire"), "run by Maven");
    Path log = folder.resolve("classes");
    Process java =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:file=" + log,
                    "-cp",
                    classPath,
                    "dev.parallax.cli.Main",
                    "bootstrap",
                    "jobs/data/hubble.ecsv",
                    "--column",
                    "velocity",
                    "--statistic",
                    "mean",
                    "--serial"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertEquals(0, java.waitFor(), () -> folder.resolve("out").toString());
    String classes = Files.readString(log);
    assertTrue(classes.contains("dev.parallax.findings.Findings "), "the log is there");
    assertFalse(classes.contains("org.jfree"), "JFreeChart is loaded");
    assertFalse(classes.contains("java.awt.Font "), "fonts are loaded");
  }
}
