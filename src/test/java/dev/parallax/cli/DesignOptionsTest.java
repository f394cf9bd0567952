package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The designs on the command line: which points they give, and that they give them everywhere. */
class DesignOptionsTest {
  private static final String NORMAL_SUM = "sweep --model normal-sum --set draws=20 --json ";

  @TempDir private Path folder;

  private CommandRun run(String line) {
    return CommandRun.of(line.replace("DIR", folder.toString()));
  }

  private List<String> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-p mu=-1,0,1,2,3 -p sigma=linspace:1:9:301 --design one-at-a-time --baseline mu=1",
        "-p mu=normal:0:1 -p sigma=loguniform:0.1:10 --design uniform --samples 307",
        "-p mu=normal:0:1 -p sigma=integers:1:9 --design latin-hypercube --samples 307",
        "-p mu=uniform:-1:1 -p sigma=choice:0.1,1,10 --design sobol --samples 307",
        "-p mu=normal:-1:1 -p sigma=uniform:1:2 --design halton --samples 307 --scramble",
        "-p mu=normal:-1:1 -p sigma=uniform:1:2 --design saltelli --samples 77 --scramble",
        "-p mu=normal:-1:1 --set sigma=2 --design sobol --samples 103 --scramble --replications 3",
      })
  void everyEngineAndEverySlicingGivesTheSameDigest(String design) {
    String line = NORMAL_SUM + design;
    CommandRun serial = CommandRun.of(line + " --serial --slices 1");
    assertEquals("", serial.err());
    for (String how :
        List.of(
            "--serial --slices 13",
            "--serial --scatter cyclic --slices 5",
            "--master local[1] --slices 7",
            "--master threads[2]",
            "--master local[2]",
            "--master local[5] --slices 11")) {
      assertEquals(serial.digest(), CommandRun.of(line + " " + how).digest(), how);
    }
    assertTrue(!serial.digest().equals(CommandRun.of(line + " --serial --seed 2").digest()));
  }

  @Test
  void aDryRunShowsPoints() {
    CommandRun run =
        run(
            "sweep -p x=uniform:0:8 -p colour=choice:red,green --design sobol --samples 100"
                + " --replications 2 --set k=3 --expression k*x --dry-run --serial --slices 2");
    assertEquals("", run.err());
    assertEquals(
        """
        sweep of k*x over x, colour with k = 3: 100 points, 2 replications of each, seed 1

          items      200
          slices     2
          item 0     x = 0.0, colour = red, replication = 0
          item 1     x = 0.0, colour = red, replication = 1
          item 2     x = 4.0, colour = green, replication = 0
          item 199   x = 2.3125, colour = green, replication = 1

          dry run: nothing was computed
        """,
        run.out());
  }

  @Test
  void replicationsHaveAMeanAndAnErrorAtEachPoint() throws IOException {
    CommandRun run =
        run(
            "sweep -p mu=0,10 -p sigma=0,2 --model normal-sum --set draws=1 --replications 3"
                + " --serial -o DIR/run --scatter cyclic --slices 2 --format csv");
    assertEquals("", run.err());
    List<String> items = rows("run/table.csv");
    List<String> points = rows("run/points.csv");
    assertEquals("point,mu,sigma,sum_mean,sum_sd,sum_se,sum_n", points.get(0));
    assertEquals("2,10.0,0.0,10.0,0.0,0.0,3", points.get(3));
    double[] sums = new double[3];
    for (int i = 0; i < 3; i++) {
      String[] cells = items.get(1 + 9 + i).split(",");
      assertEquals(List.of("10.0", "2.0", "" + i), List.of(cells).subList(1, 4));
      sums[i] = Double.parseDouble(cells[4]);
    }
    double mean = (sums[0] + sums[1] + sums[2]) / 3;
    double squares = 0;
    for (double sum : sums) {
      squares += (sum - mean) * (sum - mean);
    }
    String[] last = points.get(4).split(",");
    assertEquals(mean, Double.parseDouble(last[3]), 1e-14);
    assertEquals(Math.sqrt(squares / 2), Double.parseDouble(last[4]), 1e-14);
    assertEquals(Math.sqrt(squares / 6), Double.parseDouble(last[5]), 1e-14);
    assertTrue(run.out().contains("sum by points"), run.out());
    String json = Files.readString(folder.resolve("run/summary.json"));
    assertTrue(json.contains("\"sd_within\""), json);
  }

  @Test
  void replicationsWithoutAValueAreCountedOut() throws IOException {
    CommandRun run =
        run(
            "sweep -p y=0,1 --expression sqrt(normal()-9*y) --replications 40 --serial -o DIR/run"
                + " --format csv --nan-fails");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status());
    long values =
        rows("run/table.csv").stream().skip(1).limit(40).filter(r -> r.contains("ok")).count();
    assertTrue(values > 0 && values < 40, values + " of 40");
    List<String> points = rows("run/points.csv");
    assertTrue(points.get(1).endsWith("," + values), points.toString());
    assertTrue(points.get(2).startsWith("1,1.0,") && points.get(2).endsWith(",0"), "" + points);
  }

  /** With more samples, a finished run of a design that can grow computes the new points only. */
  @ParameterizedTest
  @CsvSource({
    "uniform, 1",
    "sobol --scramble, 1",
    "halton --scramble, 3",
    "saltelli --scramble, 2",
  })
  void aDesignThatCanGrowIsMadeLonger(String design, int replications) {
    String line =
        NORMAL_SUM
            + "-p mu=normal:0:1 -p sigma=uniform:1:2 --serial --replications "
            + replications
            + " --design "
            + design
            + " --samples ";
    CommandRun first = run(line + "40 -o DIR/run");
    assertEquals("", first.err());
    CommandRun without = run(line + "100 -o DIR/run");
    assertEquals(ExitStatus.WRONG_INPUT, without.status());
    assertTrue(without.err().contains("has the first part of this run"), without.err());
    CommandRun longer = run(line.replace(" --json", "") + "100 -o DIR/run --resume");
    assertEquals("", longer.err());
    int each = replications * (design.startsWith("saltelli") ? 4 : 1);
    String earlier = "going on: " + 40 * each + " of " + 100 * each + " items were done before";
    assertTrue(longer.out().contains(earlier), longer.out());
    assertEquals(run(line + "100").digest(), longer.digest());
  }

  @Test
  void aLatinHypercubeIsAnotherWithMoreSamples() {
    String line =
        NORMAL_SUM + "-p mu=normal:0:1 --set sigma=1 --design latin-hypercube --serial -o DIR/run";
    assertEquals("", run(line + " --samples 10").err());
    BadInput.check(
        run(line + " --samples 20 --resume"),
        line,
        "output folder '"
            + folder
            + "/run' has another run: --samples 10 there, --samples 20 here; a latin-hypercube design cannot grow"
            + " (uniform, sobol, halton, saltelli can); name a new folder");
  }

  @Test
  void aTableOfPointsHasTextsAndUnitsAndSaysWhatItLacks() throws IOException {
    Files.writeString(
        folder.resolve("t.ecsv"),
        """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: colour, datatype: string}
        # - {name: x, unit: km, datatype: float64}
        # schema: astropy-2.0
        colour x
        red 1.5
        green 2.5
        "" 3.5
        red ""
        """);
    CommandRun run =
        run("sweep --points DIR/t.ecsv --expression x*k --set k=2 --serial -o DIR/run --slices 3");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    List<String> rows = rows("run/table.ecsv");
    assertTrue(rows.get(1).startsWith("0,red,1.5,3.0"), rows.toString());
    assertTrue(rows.get(2).startsWith("1,green,2.5,5.0"), rows.toString());
    String table = Files.readString(folder.resolve("run/table.ecsv"));
    assertTrue(table.contains("{name: x, unit: km, datatype: float64}"), table);
    assertTrue(table.contains("fixed: \"k = 2\""), table);
    String failures = Files.readString(folder.resolve("run/failures.csv"));
    String of = " of " + folder.resolve("t.ecsv");
    assertTrue(failures.contains("parameter 'colour' is missing in row 3" + of), failures);
    assertTrue(failures.contains("parameter 'x' is missing in row 4" + of), failures);
    CommandRun twice =
        run(
            "sweep --points DIR/t.ecsv --expression x*3 --serial --replications 2 -o DIR/twice"
                + " --scatter cyclic --slices 3");
    assertEquals(ExitStatus.FAILED_ITEMS, twice.status(), twice.err());
    List<String> six = rows("twice/table.ecsv");
    assertTrue(six.get(3).startsWith("2,green,2.5,0,7.5"), six.toString());
    assertTrue(six.get(4).startsWith("3,green,2.5,1,7.5"), six.toString());
    CommandRun some = run("sweep --points DIR/t.ecsv --where x>2 --expression x*2 --serial");
    assertTrue(some.out().contains("item 1: IllegalArgumentException: parameter 'colour' is"));
    assertTrue(some.out().contains("missing in row 3" + of), some.out());
  }
}
