package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.PointFunction;
import dev.parallax.model.function.ObjectModel;
import dev.parallax.random.RandomStream;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.Verification;
import dev.parallax.workload.map.IntegerArray;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambdas that answer texts, vectors, integers and records of all. */
class ObjectResultsTest {
  private static final Design GRID =
      Design.factorial(Parameter.linspace("speed", 0, 11, 12), Parameter.of("body", "moon", "sun"));

  private enum Verdict {
    FALLS,
    ESCAPES
  }

  private record Fate(
      Verdict verdict, String near, boolean far, int turns, Double spread, double[] track) {}

  private static Fate fate(dev.parallax.model.Point p, RandomStream random) {
    double speed = p.number("speed");
    if (speed == 4) {
      throw new IllegalStateException("it hits");
    }
    return new Fate(
        speed < 6 ? Verdict.FALLS : Verdict.ESCAPES,
        p.text("body"),
        speed > 8,
        (int) speed * 3,
        speed == 2 ? null : speed / 4,
        speed == 5 ? new double[] {1, 2} : new double[] {speed, random.nextDouble(), -speed});
  }

  @TempDir private Path folder;

  @Test
  void aRecordHasAResponseOfItsOwnTypeForEachComponent() {
    try (Parallax parallax = Parallax.serial();
        Results fates = parallax.sweepToObject(GRID, ObjectResultsTest::fate)) {
      List<Response> columns = fates.run().workload().responses();
      assertEquals(
          List.of("verdict", "near", "far", "turns", "spread", "track_0", "track_1", "track_2"),
          columns.stream().map(Response::name).toList());
      assertEquals(
          List.of(
              ColumnType.TEXT,
              ColumnType.TEXT,
              ColumnType.BOOLEAN,
              ColumnType.LONG,
              ColumnType.DOUBLE,
              ColumnType.DOUBLE,
              ColumnType.DOUBLE,
              ColumnType.DOUBLE),
          columns.stream().map(Response::type).toList());
      assertEquals(4, fates.failed());
      assertEquals(
          List.of("FALLS", "FALLS", "", "", "", "", "ESCAPES"),
          fates.texts("verdict").subList(6, 13));
      assertEquals("sun", fates.texts("near").get(1));
      assertEquals(33, fates.doubles("turns")[22]);
      assertTrue(Double.isNaN(fates.doubles("spread")[4]), "null is NaN");
      double[][] track = fates.vectors("track");
      assertEquals(24, track.length);
      assertEquals(7, track[14][0]);
      assertEquals(RandomStream.of(1, 14).nextDouble(), track[14][1]);
      assertEquals(-7, track[14][2]);
      assertTrue(Double.isNaN(track[8][0]) && Double.isNaN(track[10][1]));
      assertTrue(
          fates.run().firstFailures().stream()
              .anyMatch(f -> f.message().equals("'track' has 2 numbers instead of 3")));
      assertThrows(IllegalStateException.class, () -> fates.longs("turns"));
      assertThrows(IllegalArgumentException.class, () -> fates.vectors("turns"));
      assertThrows(IllegalArgumentException.class, () -> fates.vectors("nothing"));
    }
  }

  @Test
  void oneResultOnEveryEngine() {
    String digest = "";
    for (String master : List.of("threads[2]", "threads[3]", "local[1]", "local[2]", "local[5]")) {
      try (Parallax parallax = Parallax.on(master);
          Parallax serial = Parallax.serial()) {
        digest = serial.sweepToObject(GRID, ObjectResultsTest::fate).digest();
        assertEquals(digest, parallax.sweepToObject(GRID, ObjectResultsTest::fate).digest());
        assertEquals(
            serial.mapToObject(List.of("a", "bc"), (word, random) -> word + word).digest(),
            parallax.mapToObject(List.of("a", "bc"), (word, random) -> word + word).digest());
      }
    }
    for (int slices : new int[] {1, 5, 24}) {
      Sweep sweep = Sweep.of(ObjectModel.of("value", ObjectResultsTest::fate), GRID).answering();
      Runner runner = Runner.on(new SequentialEngine()).withSlices(slices);
      assertEquals(digest, runner.run(sweep).digest());
    }
  }

  @Test
  void singleValuesOfEachTypeOverEachKindOfArray() {
    try (Parallax parallax = Parallax.serial()) {
      IntegerArray large = IntegerArray.of(1, (1L << 62) + 1);
      assertArrayEquals(
          new long[] {2, (1L << 62) + 2},
          parallax.mapToObject(large, (n, random) -> n + 1).longs("value"));
      assertEquals(
          List.of("RED", "GREEN"),
          parallax
              .mapToObject(List.of("red", "green"), (t, r) -> t.toUpperCase(java.util.Locale.ROOT))
              .texts("value"));
      assertArrayEquals(
          new boolean[] {false, true},
          parallax.mapToObject(new double[] {1, 2.5}, (x, random) -> x > 2).booleans("value"));
      assertArrayEquals(
          new double[][] {{1, 2}, {3, 6}},
          parallax
              .mapToObject(IntegerArray.of(1, 3), (n, random) -> new long[] {n, 2 * n})
              .vectors("value"));
      assertArrayEquals(
          new double[] {0.5},
          parallax.mapToObject(IntegerArray.of(1), (n, r) -> (Number) (n / 2.0)).doubles("value"));
    }
  }

  /** The first three elements fail; and what comes after the first answer has its form. */
  @Test
  void theFirstAnswerSaysWhatAllAre() {
    PointFunction.ToObject function =
        (p, random) -> {
          double x = p.number("x");
          if (x == 0) {
            return null;
          }
          return x < 3 ? Optional.of(1).map(one -> 10 / (one - 1)) : x > 4 ? (Object) 2.5 : x == 3;
        };
    try (Parallax parallax = Parallax.serial()) {
      Design design = Design.factorial(Parameter.linspace("x", 0, 5, 6));
      Results results = parallax.sweepToObject(design, function);
      assertEquals(4, results.failed());
      assertArrayEquals(
          new double[] {1, 0}, java.util.Arrays.copyOfRange(results.doubles("value"), 3, 5));
      List<String> why =
          results.run().firstFailures().stream().map(failure -> failure.message()).toList();
      assertEquals("'value' is null instead of true or false", why.get(0));
      assertEquals("'value' is a java.lang.Double (2.5) instead of true or false", why.get(3));
    }
  }

  private record Odd(List<Double> all) {}

  private record Clash(double x) {}

  private record Nothing() {}

  @Test
  void whatHasNoColumnsIsRefusedInOneLine() {
    Design design = Design.factorial(Parameter.of("x", 1, 2));
    String there =
        "; there are columns for numbers, truth values, texts, enums, arrays such as double[],"
            + " and records of these";
    refused(
        design,
        (p, r) -> List.of(1),
        "the function answers with a java.util.ImmutableCollections$List12 for 'value'" + there);
    refused(
        design,
        (p, r) -> new Odd(List.of()),
        "the function answers with a java.util.ImmutableCollections$ListN for 'all'" + there);
    refused(
        design,
        (p, r) -> new Clash(1),
        "response 'x' has the name of a parameter; call one of them otherwise");
    refused(
        design,
        (p, r) -> new double[0],
        "the first 'value' is an array of no numbers; a vector" + " has one or more");
    refused(
        design,
        (p, r) -> new double[10_001],
        "the function answers with 10001 numbers, which are too many for an item; 10000 at most");
    refused(
        design,
        (p, r) -> new Nothing(),
        "the function answers with a dev.parallax.ObjectResultsTest$Nothing, which is empty");
  }

  private static void refused(Design design, PointFunction.ToObject function, String why) {
    try (Parallax parallax = Parallax.serial()) {
      assertEquals(
          why,
          assertThrows(
                  IllegalArgumentException.class, () -> parallax.sweepToObject(design, function))
              .getMessage());
    }
  }

  @Test
  void keptOnDiskMendedVerifiedAndSaved() throws Exception {
    Sweep sweep = Sweep.of(ObjectModel.of("value", ObjectResultsTest::fate), GRID).answering();
    DiskStore store = new DiskStore(folder.resolve("blocks"));
    Run run = Runner.on(new SequentialEngine()).withSlices(4).run(sweep, store);
    Run again = Runner.on(new SequentialEngine()).retryFailed(sweep, store);
    assertEquals(run.digest(), again.digest());
    assertEquals(run.texts("verdict"), again.texts("verdict"));
    Verification all = Verification.of(sweep, store, new SequentialEngine(), ItemLimits.NONE, 24);
    assertEquals(List.of(), all.differences());
    try (Parallax parallax = Parallax.serial();
        Results results = parallax.sweepToObject(GRID, ObjectResultsTest::fate)) {
      assertEquals(List.of(), results.save(folder.resolve("run")));
      assertTrue(results.summary().contains("  verdict    2 texts: 'ESCAPES' (12), 'FALLS' (8)"));
    }
    String table = Files.readString(folder.resolve("run/table.ecsv"));
    assertTrue(table.contains("{name: turns, datatype: int64}"), table);
    assertTrue(table.contains("{name: track, datatype: string, subtype: \"float64[3]\"}"), table);
  }
}
