package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.model.builtin.NormalSum;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.model.expression.Expression;
import dev.parallax.prime.IsPrime;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.workload.map.IntegerArray;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's front: every job in a line, the same numbers on every engine. */
class ParallaxTest {
  private static final Path HUBBLE = Path.of("jobs/data/hubble.ecsv");
  private static final Design GRID =
      Design.factorial(Parameter.linspace("x", -3, 3, 61), Parameter.of("k", 1, 2));

  private static final List<String> WORDS =
      IntStream.range(0, 400).mapToObj(k -> "word ".repeat(k % 17 + 1)).toList();

  /** Lambdas with captured variables, built-in models, formulas, a map, a bootstrap. */
  private static final List<Function<Parallax, Results>> JOBS = jobs();

  private static List<Function<Parallax, Results>> jobs() {
    double width = 2;
    Table table = TableFile.read(HUBBLE);
    Design pairs = Design.paired(Parameter.of("mu", 1, 2), Parameter.of("sigma", 3, 4));
    return List.of(
        p -> p.sweep(GRID, (at, random) -> width * at.number("x") + random.nextGaussian()),
        p ->
            p.sweep(
                GRID, List.of("a", "b"), (at, r) -> new double[] {at.number(0), r.nextDouble()}),
        p -> p.sweep(GRID, "exp(-x^2/2)*cos(k*x) + normal()"),
        p -> p.sweep(pairs, new NormalSum(100)),
        p -> p.map(IntegerArray.range(0, 500), (n, random) -> n * width + random.nextDouble()),
        p -> p.mapToLong(IntegerArray.random(0, 500, 300), (n, random) -> n * n),
        p -> p.mapToBoolean(IntegerArray.of(1, 2, 3), (n, random) -> n % 2 == 0),
        p -> p.map(IntegerArray.range(0, 5000), new IsPrime()),
        p -> p.map(new double[] {0.5, 2.5, -1e300}, (x, random) -> x * random.nextDouble()),
        p -> p.map(WORDS, (word, random) -> word.length() + width * random.nextDouble()),
        p -> p.bootstrap(table, new Pearson(), "distance", "velocity"),
        p -> p.bootstrap(table, "quantile:0.9", "distance"),
        p -> p.bootstrap(table, Aggregation.of("a = mean(log(distance))", "median(velocity)/a")),
        p ->
            p.bootstrap(
                table,
                Bootstrap.of(new Pearson(), table, "distance", "velocity").withResamples(500)));
  }

  private static List<String> digests(Parallax parallax) {
    return JOBS.stream().map(job -> job.apply(parallax).digest()).toList();
  }

  @Test
  void everyEngineGivesTheSameNumbers() {
    List<String> serial;
    try (Parallax parallax = Parallax.serial().withSeed(7)) {
      serial = digests(parallax);
    }
    for (String master : List.of("threads[2]", "threads[5]", "local[1]", "local[2]", "local[5]")) {
      try (Parallax parallax = Parallax.on(master).withSeed(7)) {
        assertEquals(serial, digests(parallax), master);
      }
    }
    for (Parallax quick : List.of(Parallax.threads(), Parallax.local())) {
      try (Parallax parallax = quick.withSeed(7)) {
        assertEquals(serial, digests(parallax));
        assertTrue(parallax.sweep(GRID, "x").run().master().startsWith("threads["));
      }
    }
    assertTrue(SparkEnv.get() == null, "Spark was started");
    SparkSettings settings = SparkSettings.ofSpark().withMaster("local[2]");
    try (Parallax parallax = Parallax.on(SparkEngine.open(settings)).withSeed(7)) {
      assertEquals(serial, digests(parallax));
    }
    assertTrue(SparkEnv.get() == null, "Spark still runs");
  }

  @Test
  void resultsHaveColumnsAndASummary() {
    try (Parallax parallax = Parallax.serial();
        Results roots = parallax.map(IntegerArray.of(1, 4, 9, -1), (n, random) -> root(n))) {
      assertArrayEquals(new double[] {1, 2, 3, Double.NaN}, roots.doubles("value"));
      assertArrayEquals(new double[] {1, 4, 9, -1}, roots.inputs("element"));
      assertEquals(1, roots.failed());
      assertTrue(roots.summary().contains("  value   mean 2, sd 1, min 1, max 3, sum 6\n"));
      assertTrue(roots.summary().contains("item 3: IllegalArgumentException: no root of -1"));
      assertTrue(roots.summary().contains("  digest " + roots.digest()));
      assertEquals(roots.summary(), roots.toString());
      assertEquals(
          "no parameter 'elemnt'; did you mean 'element'?",
          assertThrows(IllegalArgumentException.class, () -> roots.inputs("elemnt")).getMessage());
    }
  }

  private static double root(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("no root of " + n);
    }
    return StrictMath.sqrt(n);
  }

  @Test
  void aSweepsSummaryIsThatOfItsReplications() {
    try (Parallax parallax = Parallax.serial()) {
      Sweep sweep = Sweep.of(Expression.of("x + normal()"), GRID).withReplications(3);
      String summary = parallax.run(sweep).summary();
      assertTrue(summary.contains("  value by points   sd between them "), summary);
    }
  }

  @Test
  void aBootstrapsSummaryHasItsIntervals() {
    try (Parallax parallax = Parallax.serial()) {
      Table table = TableFile.read(HUBBLE);
      String summary = parallax.bootstrap(table, "pearson", "distance", "velocity").summary();
      assertTrue(summary.contains("  estimate          0.7896\n"), summary);
      String narrow = summary.replaceAll(" +", " ");
      assertTrue(narrow.contains(" 95 % bca 0.606 +- 0.004 to 0.8930"), summary);
    }
  }

  @Test
  void resultsAreSavedAsTheCommandLineSavesThem(@TempDir Path folder) throws IOException {
    try (Parallax parallax = Parallax.serial()) {
      parallax.sweep(GRID, "x*k").save(folder.resolve("sweep"));
      Results boot =
          parallax.bootstrap(TableFile.read(HUBBLE), new Pearson(), "distance", "velocity");
      boot.save(folder.resolve("boot"));
      assertTrue(Files.exists(folder.resolve("boot/distribution.png")));
      assertTrue(Files.readString(folder.resolve("boot/summary.json")).contains(boot.digest()));
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> boot.save(folder.resolve("sweep")));
      assertTrue(e.getMessage().endsWith("has a run; name a new folder"), e.getMessage());
    }
    List<String> lines = Files.readAllLines(folder.resolve("sweep/table.ecsv"));
    assertTrue(lines.get(lines.size() - 1).startsWith("121,3.0,2.0,6.0,ok,"), lines::toString);
    assertTrue(Files.exists(folder.resolve("sweep/journal")));
    assertTrue(Files.readString(folder.resolve("sweep/run.job")).startsWith("# parallax 0.3.0"));
  }

  /** Before anything runs, not even Spark. */
  @Test
  void whatCannotBeSentIsNamedBeforeAnythingRuns() {
    Thread thread = new Thread();
    try (Parallax parallax = Parallax.local()) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> parallax.sweep(GRID, (p, random) -> thread.getPriority()));
      assertEquals(
          "the function cannot be sent to workers: captured variable is a java.lang.Thread",
          e.getMessage());
      assertTrue(SparkEnv.get() == null, "Spark was started");
    }
  }

  @Test
  void nothingRunsAfterTheEnd() {
    Parallax parallax = Parallax.serial();
    parallax.close();
    assertThrows(IllegalStateException.class, () -> parallax.sweep(GRID, "x"));
    assertThrows(IllegalArgumentException.class, () -> Parallax.on("locl[2]"));
    assertThrows(IllegalArgumentException.class, () -> Parallax.on("threads[0]"));
  }
}
