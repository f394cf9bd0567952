package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Expression;
import dev.parallax.prime.IsPrime;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library keeps and says of a job: all that the command line does. */
class LibraryResultsTest {
  private static final Table STARS =
      Table.of("no such file")
          .with("name", List.of("Vega", "Altair", "", "Deneb", "Sirius", "far out"))
          .with("x", 1, 2, 3, 4, 5, 60)
          .with("y", 2, 3, 5, 4, 7, 9);

  @TempDir private Path folder;

  private static TreeSet<String> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".svg"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void aTableInMemoryHasItsPicturesAndNames() throws IOException {
    try (Parallax parallax = Parallax.serial();
        Results results = parallax.bootstrap(STARS, "slope", "x", "y")) {
      assertEquals(List.of(), results.save(folder.resolve("run")));
    }
    assertEquals(
        List.of("distribution.svg", "influence.svg", "line.svg", "timeline.svg"),
        List.copyOf(pictures(folder.resolve("run"))));
    String influence = Files.readString(folder.resolve("run/influence.svg"));
    for (String name : List.of("far out", "row 3")) {
      assertTrue(influence.contains(name), name);
    }
    assertFalse(Files.readString(folder.resolve("run/summary.json")).contains("complaints"));
  }

  /** The file is gone, or another, when the results are drawn. */
  @Test
  void drawingReadsNoFile() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "name,x\nVega,1\nAltair,2\nDeneb,40\n");
    Table table = dev.parallax.table.TableFile.read(file);
    try (Parallax parallax = Parallax.serial();
        Results results = parallax.bootstrap(table, "mean", "x")) {
      Files.writeString(file, "a,b\n");
      assertEquals(List.of(), results.save(folder.resolve("run")));
    }
    assertTrue(Files.readString(folder.resolve("run/influence.svg")).contains("Deneb"));
  }

  @Test
  void anyBootstrapHasTheFindingsOfOne() throws IOException {
    Statistic mean = Statistics.find(List.of("mean"));
    Bootstrap plain = Bootstrap.of(mean, STARS, "x").withResamples(500).withSeed(3);
    List<Bootstrap> all =
        List.of(
            plain,
            plain.withResampling(ResamplingKind.BALANCED),
            plain.withResampling(ResamplingKind.EXACT),
            Bootstrap.of(mean, STARS, Roles.of("x").withWeights("y")).withResamples(200),
            Bootstrap.of(Statistics.find(List.of("mean", "sd")), STARS, "x").withResamples(300));
    try (Parallax parallax = Parallax.serial()) {
      for (Bootstrap bootstrap : all) {
        Results results = parallax.run(bootstrap);
        String summary = results.summary();
        assertTrue(summary.contains("  95 % percentile "), summary);
        assertTrue(summary.contains("  standard error "), summary);
        assertFalse(summary.contains("replicate "), summary);
        String digest = parallax.bootstrap(STARS, bootstrap).digest();
        assertEquals(digest, results.digest());
        Path made = folder.resolve("run" + all.indexOf(bootstrap));
        assertEquals(List.of(), results.save(made));
        assertTrue(Files.readString(made.resolve("summary.json")).contains("\"intervals\""));
      }
      assertEquals(
          "the bootstrap is not of the table 'other' that is given with it",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> parallax.bootstrap(Table.of("other").with("x", 1, 2), plain))
              .getMessage());
    }
  }

  @Test
  void everyOtherJobHasItsFindings() throws IOException {
    Design grid = Design.factorial(Parameter.of("x", 1, 2, 3), Parameter.of("k", 1, 2));
    try (Parallax parallax = Parallax.serial()) {
      Results sweep = parallax.run(Sweep.of(Expression.of("x*k"), grid));
      assertTrue(sweep.summary().contains("  value   mean 3, "), sweep.summary());
      assertEquals(List.of(), sweep.save(folder.resolve("sweep")));
      assertTrue(pictures(folder.resolve("sweep")).contains("map.svg"));
      Results map = parallax.run(ArrayMap.of(new IsPrime(), IntegerArray.range(0, 100)));
      assertTrue(map.summary().contains("  prime        25 of 100\n"), map.summary());
      assertEquals(List.of(), map.save(folder.resolve("map")));
      assertFalse(pictures(folder.resolve("map")).isEmpty());
    }
  }

  @Test
  void aStatisticThatCannotBeSentIsNamedWhateverTheWay() {
    Thread thread = new Thread();
    Statistic bad =
        new Statistic() {
          private static final long serialVersionUID = 1L;

          @Override
          public int columns() {
            return 1;
          }

          @Override
          public Prepared prepare(double[][] columns) {
            return () -> resample -> thread.getPriority();
          }
        };
    try (Parallax parallax = Parallax.serial()) {
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class, () -> parallax.run(Bootstrap.of(bad, STARS, "x")))
              .getMessage()
              .startsWith("the statistic cannot be sent to workers: "));
    }
  }
}
