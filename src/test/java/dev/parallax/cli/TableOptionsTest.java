package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows and which scale of a table a command takes. */
class TableOptionsTest {
  private static final String HUBBLE =
      "bootstrap jobs/data/hubble.ecsv --statistic pearson --resamples 500 --serial ";

  @TempDir private Path folder;

  @Test
  void aColumnByItsNumber() {
    CommandRun named = CommandRun.of(HUBBLE + "--x distance --y velocity");
    CommandRun numbered = CommandRun.of(HUBBLE + "--x 2 --y 3");
    assertEquals(named.digest(), numbered.digest());
    assertTrue(numbered.out().contains("pearson(distance, velocity)"), numbered.out());
  }

  @Test
  void rowsAndScaleAreSaidAndRecorded() throws IOException {
    Path output = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            HUBBLE + "--x distance --y velocity --where velocity~>~0~and~object~!=~'SMC'",
            "--log10",
            "velocity",
            "-o",
            output.toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out().contains("\n  where velocity > 0 and object != 'SMC': 18 rows kept"), run.out());
    assertTrue(run.out().contains("pearson(distance, log10(velocity))"), run.out());
    assertTrue(run.out().contains("500 resamples of 18 rows"), run.out());
    CommandRun again = CommandRun.of("@" + output.resolve("run.job"), "--quiet", "--json");
    assertEquals(run.digest(), again.digest());
    assertNotEquals(run.digest(), CommandRun.of(HUBBLE + "--x distance --y velocity").digest());
  }

  /** A list of points without names: where these come from is said, on the console and in JSON. */
  @Test
  void pointsOfAListWithoutAHeader() throws IOException {
    String sum = "sweep --expression col1+10*col2 --points ";
    String listed =
        CommandRun.of("sweep --expression x+10*y -p x=1,3 -p y=2.5,4.5 --design paired --serial")
            .digest();
    String named = "\n  no names: they are col1, col2, ...\n";
    Path comma = folder.resolve("list.csv");
    Files.writeString(comma, "1,2.5\n3,4.5\n");
    Path blank = folder.resolve("list.txt");
    Files.writeString(blank, "1 2.5\n3 4.5\n");
    Path german = folder.resolve("liste.csv");
    Files.writeString(german, "1;2,5\n3;4,5\n");
    for (String options :
        List.of(
            comma.toString(),
            comma + " --header no",
            blank + " --header no --delimiter space",
            german + " --header no --delimiter semicolon --decimal-comma --master local[2]",
            comma + " --header no --master threads[2] --slices 2")) {
      CommandRun run = CommandRun.of(sum + options);
      assertEquals(listed, run.digest(), options + run.err());
      assertTrue(run.out().contains(" without a header, 2 rows, 2 columns" + named), run.out());
      assertTrue(run.out().contains(" over col1, col2: 2 points"), run.out());
      String json = CommandRun.of(sum + options + " --json").out();
      assertTrue(json.contains("\"notes\":[\"no names: they are col1, col2, ...\"]"), json);
    }
    CommandRun wrong = CommandRun.of("sweep --expression x+y --header no --points " + comma);
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("no variable 'x' at column 1; there is col1, col2"));
  }

  @Test
  void pointsOfASweep() throws IOException {
    Path points = folder.resolve("points.csv");
    Files.writeString(points, "mu,sigma,use\n1,2,yes\n2,3,no\n100,4,yes\n");
    String sweep = "sweep --model normal-sum --set draws=10 --serial --log10 mu --where use=yes";
    CommandRun run = CommandRun.of(sweep, "--points", points.toString());
    assertTrue(run.out().contains("over mu, sigma: 2 points"), run.out());
    CommandRun listed =
        CommandRun.of(
            "sweep --model normal-sum --set draws=10 --serial -p mu=0,2 -p sigma=2,4"
                + " --design paired");
    assertEquals(listed.digest(), run.digest());
  }

  @Test
  void saysWhatWasGuessed() throws IOException {
    Path table = folder.resolve("t.dat");
    Files.writeString(table, "# my data\n# x y\n1 2\n3 --\n2 4\n0 1\n");
    CommandRun run =
        CommandRun.of("bootstrap --statistic mean --column y --serial", table.toString());
    String expected =
        table
            + ": ASCII, 4 rows, 2 columns\n  names from the comment '# x y'\n"
            + "  2 comment lines skipped\n  missing in 'y': 1 '--'\n";
    assertTrue(run.out().startsWith(expected), run.out());
  }

  @Test
  void aDialectIsSaidAndRecorded() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "0,1\n5,7\n9,2\n3,4\n");
    String line = "bootstrap --statistic mean --column 2 --serial --resamples 20 ";
    CommandRun undecided = CommandRun.of(line, table.toString());
    assertEquals(2, undecided.status());
    assertTrue(undecided.err().contains("give --header yes or --header no"), undecided.err());
    Path output = folder.resolve("dialect");
    CommandRun run =
        CommandRun.of(line + "--header no --json", table.toString(), "-o", output.toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out().contains("\"format\":\"CSV without a header\",\"rows\":4,\"notes\":[\"no names"),
        run.out());
    assertTrue(Files.readString(output.resolve("run.job")).contains("--header no"));
    CommandRun again = CommandRun.of("@" + output.resolve("run.job"), "--json");
    assertEquals(run.digest(), again.digest());
  }

  @Test
  void aDialectOfAnArray() throws IOException {
    Path table = folder.resolve("a.csv");
    Files.writeString(table, "0,1\n5,7\n9,2\n");
    String map = "map --serial --function is-prime --json --array ";
    CommandRun run = CommandRun.of(map + "column:" + table + ":1 --header yes");
    assertTrue(run.out().contains("\"items\":2,") && run.out().contains("\"table\":"), run.out());
    CommandRun unused = CommandRun.of(map + "range:0:10 --header yes");
    assertEquals(2, unused.status());
    assertTrue(unused.err().contains("--header is for a table"), unused.err());
    CommandRun wrong = CommandRun.of(map + "column:" + table + ":1 --delimiter comm");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("did you mean 'comma'"), wrong.err());
  }
}
