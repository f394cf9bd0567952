package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.Parallax;
import dev.parallax.Results;
import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.Jackknife;
import dev.parallax.bootstrap.permutation.PermutationTest;
import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Failure;
import dev.parallax.model.Exchange;
import dev.parallax.model.Statistic;
import dev.parallax.model.command.CommandStatistic.Telling;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs as statistics: beside the built-in ones, and where they go wrong. */
class CommandStatisticTest {
  private static final int ITEMS = 20;

  /** Reads the table: x and y are its columns, row 0 the first. */
  private static final String READ =
      "NR == 1 { f = $0; n = -1; while ((getline < f) > 0) { x[n] = $1; y[n++] = $2 } next } ";

  /** The mean of x, by what is told of rows. */
  private static final String MEAN =
      "{ s = c = 0; for (i = 1; i <= NF; i++) { s += x[$i]; c++ } printf \"%.17g\\n\", s / c }";

  @TempDir private Path folder;

  private static String awk(String body) {
    return "awk -F '[, ]' '" + READ + body + "'";
  }

  /** A program of the shell's that numbers the items, and says each one's number. */
  private static String each(String body) {
    return "sh -c 'read t; i=$PARALLAX_ITEM; while read x; do " + body + "; i=$((i+1)); done'";
  }

  private static Statistic of(String command, String... columns) {
    return CommandStatistic.of(command, Telling.LINES, List.of(columns), List.of(), List.of());
  }

  private static Table table(int n) {
    var random = new SplittableRandom(11);
    double[] x = random.doubles(n, 1, 9).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> 2 * x[i] + random.nextDouble()).toArray();
    return Table.of("t")
        .with("x", x)
        .with("y", y)
        .with("e", random.doubles(n, 0.1, 0.2).toArray())
        .with("c", IntStream.range(0, n).mapToDouble(i -> 0.5).toArray())
        .with("g", IntStream.range(0, n).mapToObj(i -> "g" + i % 3).toList())
        .with("k", IntStream.range(0, n).mapToObj(i -> "k" + i / 4).toList());
  }

  private static Run run(Workload<?> workload, int slices) {
    try (SequentialEngine engine = new SequentialEngine()) {
      return Runner.on(engine).withSlices(slices).run(workload);
    }
  }

  private static Run run(String command, int slices) {
    return run(Bootstrap.of(of(command, "x"), table(7), "x").withResamples(ITEMS), slices);
  }

  private static void assertSame(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-14 * Math.abs(expected[i]), "item " + i);
    }
  }

  /** The same replicates as the built-in mean has, in every way in which rows are drawn. */
  @Test
  void rowsAreThoseOfAnyStatistic() {
    for (UnaryOperator<Bootstrap> drawn :
        List.<UnaryOperator<Bootstrap>>of(
            b -> b,
            b -> b.withResampling(ResamplingKind.BALANCED),
            b -> b.withResampling(ResamplingKind.POISSON),
            b -> b.withBlocks(BlockKind.STATIONARY, 4))) {
      compared(Roles.of("x"), 30, drawn);
    }
    compared(Roles.of("x").withStrata("g"), 30, b -> b);
    compared(Roles.of("x").withClusters("k"), 30, b -> b);
    compared(Roles.of("x"), 700, b -> b); // rows are counted, not listed
    compared(Roles.of("x"), 4, b -> b.withResampling(ResamplingKind.EXACT));
  }

  private static void compared(Roles roles, int rows, UnaryOperator<Bootstrap> drawn) {
    Table table = table(rows);
    Bootstrap mean = Bootstrap.of(Statistics.find(List.of("mean")), table, roles);
    Bootstrap script = Bootstrap.of(of(awk(MEAN), "x"), table, roles);
    assertEquals(mean.estimate(), script.estimate(), 1e-14 * mean.estimate());
    Run expected = run(drawn.apply(mean.withResamples(60).withSeed(3)), 1);
    Run actual = run(drawn.apply(script.withResamples(60).withSeed(3)), 2);
    assertEquals(0, actual.failed());
    assertSame(expected.doubles("replicate"), actual.doubles("replicate"));
  }

  @ParameterizedTest
  @EnumSource(Telling.class)
  void allProtocolsTellTheSame(Telling telling) {
    String body =
        switch (telling) {
          case LINES -> awk(MEAN);
          case COUNTS ->
              awk(
                  "{ s = c = 0; for (i = 1; i <= NF; i++) { s += $i * x[i - 1]; c += $i }"
                      + " printf \"%.17g\\n\", s / c }");
          case JSON ->
              "awk -F '[][{}:,\"]+' 'NR == 1 { f = $3; n = -1; while ((getline l < f) > 0) x[n++] = l;"
                  + " next } { s = c = 0; for (i = 3; $i != \"parallax\"; i++) { s += x[$i]; c++ }"
                  + " printf \"{\\\"mean\\\": %.17g}\\n\", s / c }'";
        };
    Table table = table(9);
    CommandStatistic script =
        CommandStatistic.of(body, telling, List.of("x"), List.of("mean"), List.of());
    Run actual = run(Bootstrap.of(script, table, "x").withResamples(40), 3);
    Run expected =
        run(Bootstrap.of(Statistics.find(List.of("mean")), table, "x").withResamples(40), 1);
    assertEquals(List.of(), actual.firstFailures());
    assertSame(expected.doubles("replicate"), actual.doubles("mean"));
  }

  /** What is left out, for BCa, and of each resample again, for studentized intervals. */
  @Test
  void jackknivesAreThoseOfAnyStatistic() {
    Table table = table(12);
    for (Roles roles : List.of(Roles.of("x"), Roles.of("x").withClusters("k"))) {
      Bootstrap mean = Bootstrap.of(Statistics.find(List.of("mean")), table, roles);
      Bootstrap script = Bootstrap.of(of(awk(MEAN), "x"), table, roles);
      assertSame(
          run(Jackknife.of(mean), 1).doubles("replicate"),
          run(Jackknife.of(script), 2).doubles("replicate"));
    }
    Bootstrap mean =
        Bootstrap.of(StandardErrors.with(Statistics.find(List.of("mean"))), table, "x");
    Bootstrap script = Bootstrap.of(StandardErrors.with(of(awk(MEAN), "x")), table, "x");
    assertArrayEquals(mean.estimates(), script.estimates(), 1e-13);
    Run expected = run(mean.withResamples(25), 1);
    Run actual = run(script.withResamples(25), 3);
    assertArrayEquals(expected.doubles("replicate"), actual.doubles("replicate"), 1e-13);
    assertArrayEquals(expected.doubles("standard_error"), actual.doubles("standard_error"), 1e-12);
  }

  /** Where one of the evaluations of a resample fails, that resample does, and no other. */
  @Test
  void aResampleOfManyEvaluationsFailsAsOne() {
    String command = awk("NF == 11 && $1 == 3 { print \"what\"; next } " + MEAN);
    Bootstrap script = Bootstrap.of(StandardErrors.with(of(command, "x")), table(12), "x");
    Bootstrap mean =
        Bootstrap.of(StandardErrors.with(Statistics.find(List.of("mean"))), table(12), "x");
    Run expected = run(mean.withResamples(40), 1);
    Run actual = run(script.withResamples(40), 3);
    assertTrue(actual.failed() > 0 && actual.failed() < 20, "failed: " + actual.failed());
    double[] errors = actual.doubles("standard_error");
    for (int i = 0; i < errors.length; i++) {
      if (!Double.isNaN(errors[i])) {
        assertEquals(expected.doubles("standard_error")[i], errors[i], 1e-12, "item " + i);
      }
    }
    assertEquals(actual.digest(), run(script.withResamples(40), 1).digest());
  }

  /** Values that are each replicate's own are in a table of its own. */
  @Test
  void perturbedValuesAndPermutationsHaveTheirOwnTables() {
    Table table = table(8);
    Roles measured = Roles.of("x").withErrors(new Roles.ErrorColumns(0, "e", "e"));
    Bootstrap mean = Bootstrap.of(Statistics.find(List.of("mean")), table, measured);
    Bootstrap script = Bootstrap.of(of(awk(MEAN), "x"), table, measured);
    assertSame(
        run(mean.withResamples(5), 1).doubles("replicate"),
        run(script.withResamples(5), 2).doubles("replicate"));
    String product =
        awk("{ s = 0; for (i = 1; i <= NF; i++) s += x[$i] * y[$i]; printf \"%.17g\\n\", s }");
    Statistic products = new Products();
    Bootstrap two = Bootstrap.of(of(product, "x", "y"), table, "x", "y").withResamples(6);
    PermutationTest permuted = PermutationTest.of(two, Exchange.BETWEEN_ROWS);
    PermutationTest same = PermutationTest.of(two.withStatistic(products), Exchange.BETWEEN_ROWS);
    assertSame(run(same, 1).doubles("replicate"), run(permuted, 2).doubles("replicate"));
  }

  /** Σxy. */
  private static final class Products implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return () ->
          resample ->
              IntStream.of(resample.rows()).mapToDouble(r -> columns[0][r] * columns[1][r]).sum();
    }
  }

  /** The number of the item, but for those that fail. */
  private static void check(Run run, List<Integer> failed, String why) {
    assertEquals(failed, run.firstFailures().stream().map(f -> (int) f.item()).toList());
    for (Failure failure : run.firstFailures()) {
      assertEquals("ScriptException: " + why, failure.text());
    }
    double[] expected =
        IntStream.range(0, ITEMS).mapToDouble(i -> failed.contains(i) ? Double.NaN : i).toArray();
    assertArrayEquals(expected, run.doubles("replicate"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void whatNeverFlushesGivesTheSameFromAnySlices(int slices) {
    String command =
        "sh -c 'read t; i=$PARALLAX_ITEM; all=; while read x; do"
            + " all=\"$all $i\"; i=$((i+PARALLAX_STEP)); done; for a in $all; do echo $a; done'";
    check(run(command, slices), List.of(), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "echo sorry >&2; exit 3 | exit status 3; stderr: sorry",
        "kill -9 $$ | exit status 137 (signal 9)",
        "exit 0 | answered nothing",
        "echo too | answered 'too', which is no number",
        "echo | answered an empty line",
        "echo 1 2 | answered 2 values instead of 1: '1 2'",
        "echo 7; echo stray | answered 2 lines instead of 1: '7', 'stray'",
        ": | answered nothing",
      })
  void aResampleThatGoesWrongFailsAlone(String wrong, String why) {
    String command = each("case $i in 5|6|13) " + wrong + ";; *) echo $i; esac");
    check(run(command, 3), List.of(5, 6, 13), why);
  }

  @Test
  void undefinedIsNoFailure() {
    Run run = run(each("case $i in 4) echo nan;; *) echo $i; esac"), 2);
    assertEquals(0, run.failed());
    assertTrue(Double.isNaN(run.doubles("replicate")[4]));
  }

  @Test
  void aPromptOneAnswersOneAfterAnother() {
    CommandStatistic prompt =
        CommandStatistic.of(each("echo $i"), Telling.LINES, List.of("x"), List.of(), List.of())
            .withLimit(Duration.ofSeconds(30));
    Bootstrap bootstrap = Bootstrap.of(prompt, table(7), "x").withResamples(ITEMS);
    check(run(bootstrap, 2), List.of(), "");
  }

  @Test
  void neitherTableNorProcessIsLeft() throws IOException {
    Path seen = folder.resolve("seen");
    run("sh -c 'read t; echo $t >> " + seen + "; while read x; do echo 1; done'", 3);
    List<String> tables = Files.readAllLines(seen);
    assertEquals(3, tables.stream().distinct().count());
    for (String table : tables) {
      assertFalse(Files.exists(Path.of(table)), table);
      assertFalse(Files.exists(Path.of(table).getParent()), table);
    }
  }

  private static long running(String argument) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(argument))
        .count();
  }

  @Test
  void nothingOutlivesAnInterruptedRun() throws InterruptedException {
    String mark = "3141.59" + ProcessHandle.current().pid();
    String command = "sh -c 'read x; sleep " + mark + " & sleep " + mark + "; echo 1'";
    Thread main = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              while (running(mark) < 3) { // the shell and what it starts
                Thread.onSpinWait();
              }
              main.interrupt();
            });
    other.start();
    assertThrows(CancellationException.class, () -> run(command, 1));
    assertTrue(Thread.interrupted(), "who waits above is told too");
    other.join();
    for (int i = 0; i < 100 && running(mark) > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertEquals(0, running(mark));
  }

  /** What R says of an error, and Python, and a program that says nothing of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "echo Traceback >&2; echo NameError: x >&2; exit 1 | exit status 1: NameError: x",
        "echo Error in f\\(1\\) : >&2; echo \\ no x >&2; echo Calls: f >&2; echo Execution halted"
            + " >&2; exit 1 | exit status 1: Error in f(1) : no x",
        "exit 1 | exit status 1",
        "read t; read x; echo ready; echo 2 | answered 2 lines instead of 1: 'ready', '2'",
        "read t; echo a; echo b; echo c; echo d | answered 4 lines instead of 1: 'a', 'b', 'c', ...",
        "read t; read x; echo 1; exit 2 | answered, then exit status 2",
        "read t; read x; echo 1 2 | answered 2 values instead of 1: '1 2'",
        "read t | answered nothing",
      })
  void whatFailsOnTheRowsAsTheyAreIsSaidInOneLine(String body, String why) {
    CommandStatistic script =
        CommandStatistic.of(
            "sh -c '" + body + "'", Telling.LINES, List.of("x"), List.of(), List.of());
    double[][] rows = {{1, 2, 4}};
    IllegalArgumentException said =
        assertThrows(IllegalArgumentException.class, () -> script.check(rows));
    assertEquals("--command fails on the rows as they are: " + why, said.getMessage());
  }

  @Test
  void theRowsAsTheyAreAreAskedForOnce() throws IOException {
    Path seen = folder.resolve("seen");
    Statistic script = of("sh -c 'echo >> " + seen + "; read t; read x; echo 4'", "x");
    Bootstrap bootstrap = Bootstrap.of(script, table(7), "x");
    ((CommandStatistic) script).check(bootstrap.sample().columns());
    assertEquals(4, bootstrap.estimate());
    assertEquals(4, bootstrap.withResamples(9).estimate());
    assertEquals(1, Files.readAllLines(seen).size());
  }

  @Test
  void theLibraryTakesOne() {
    try (Parallax parallax = Parallax.serial()) {
      Results made = parallax.bootstrap(table(8), of(awk(MEAN), "x"), "x");
      Results mean = parallax.bootstrap(table(8), "mean", "x");
      assertSame(mean.doubles("replicate"), made.doubles("replicate"));
      assertTrue(made.summary().contains("95 % bca"), made.summary());
    }
  }

  @Test
  void aColumnOfEqualNumbersIsTaken() {
    String weighted =
        awk(
            "{ s = w = 0; for (i = 1; i <= NF; i++) { s += x[$i] / y[$i]; w += 1 / y[$i] }"
                + " printf \"%.17g\\n\", s / w }");
    Table table = table(6);
    Run actual = run(Bootstrap.of(of(weighted, "x", "c"), table, "x", "c").withResamples(20), 1);
    Run mean = run(Bootstrap.of(Statistics.find(List.of("mean")), table, "x").withResamples(20), 1);
    assertArrayEquals(mean.doubles("replicate"), actual.doubles("replicate"), 1e-13);
  }

  /** Read back by Java's own parser, bit for bit. */
  @Test
  void theTableHasAllDigitsAndQuotedNames() throws IOException {
    double[][] columns = {{0.1, -0.0, 1e300}, {1 / 3.0, 5, Double.MIN_VALUE}};
    try (ResampleLines.TableFile file =
        new ResampleLines.TableFile(List.of("a,b", "the \"x\""), columns)) {
      List<String> lines = Files.readAllLines(file.path());
      assertEquals("\"a,b\",\"the \"\"x\"\"\"", lines.get(0));
      for (int row = 0; row < 3; row++) {
        String[] cells = lines.get(row + 1).split(",");
        for (int c = 0; c < 2; c++) {
          assertEquals(columns[c][row], Double.parseDouble(cells[c]));
        }
      }
      assertEquals("1.0E300,4.9E-324", lines.get(3));
      assertEquals("-0.0,5", lines.get(2));
      assertEquals(
          "{\"table\":\"" + file.path() + "\",\"columns\":[\"a,b\",\"the \\\"x\\\"\"],\"rows\":3}",
          file.json());
    }
  }

  @Test
  void jsonTellsItemAndSeed() throws IOException {
    Path seen = folder.resolve("seen");
    CommandStatistic script =
        CommandStatistic.of(
            "sh -c 'read -r t; while read -r l; do printf %s\\\\n \"$l\" >> "
                + seen
                + "; echo [null, 2]; done'",
            Telling.JSON,
            List.of("x"),
            List.of("a", "b"),
            List.of());
    Run run = run(Bootstrap.of(script, table(3), "x").withResamples(2).withSeed(7), 1);
    assertArrayEquals(new double[] {2, 2}, run.doubles("b"));
    assertArrayEquals(new double[] {Double.NaN, Double.NaN}, run.doubles("a"));
    String line = Files.readAllLines(seen).get(1);
    String besides = ",\"parallax\":{\"item\":1,\"seed\":" + new ItemSeeds(7).of(1) + "}}";
    assertTrue(line.matches("\\{\"rows\":\\[[012],[012],[012]]" + ".*"), line);
    assertTrue(line.endsWith(besides), line);
  }
}
