package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.prime.IsPrime;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Origin;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --output} leaves behind, how a run goes on from it, and how it is had again. */
class RunFolderTest {
  private static final String MAP = "map --array random:0:1000:500 --function is-prime";

  @TempDir private Path folder;

  private CommandRun run(String line) {
    return CommandRun.of(
        Stream.of(line.split(" "))
            .map(word -> word.replace("DIR", folder.toString()).replace('~', ' '))
            .toList());
  }

  private Set<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> !file.equals(".lock") && !file.matches(".*\\.(pdf|png|svg)"))
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({"ecsv,ecsv", "csv,csv", "votable,vot", "fits,fits"})
  void theFolderHasTheTableTheSummaryAndTheJob(String format, String extension) throws IOException {
    CommandRun run = run(MAP + " --serial -o DIR/run --format " + format);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(Set.of("table." + extension, "summary.json", "run.job", "journal"), files("run"));
    assertTrue(Files.readString(folder.resolve("run/summary.json")).contains(run.digest()));
    CommandRun back =
        run(
            "map --array column:DIR/run/table."
                + extension
                + ":element --function is-prime --serial");
    assertEquals(run.digest(), back.digest());
  }

  @Test
  void failedItemsAreInAFileOfTheirOwn() throws IOException {
    String model = UserClasses.Parabola.class.getName();
    CommandRun run =
        run("sweep -p a=2 -p x=1,3,5,3 --model " + model + " --serial -o DIR/run --format csv");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertEquals(
        Set.of("table.csv", "summary.json", "run.job", "journal", "failures.csv"), files("run"));
    String cause = "java.lang.IllegalStateException,\"three, and \"\"quoted\"\"\"\n";
    assertEquals(
        "item,a,x,exception,message\n1,2.0,3.0," + cause + "3,2.0,3.0," + cause,
        Files.readString(folder.resolve("run/failures.csv")));
    assertEquals(
        "parallax: item 1 failed: IllegalStateException: three,\n  and \"quoted\"\n", run.err());
    List<String> rows = Files.readAllLines(folder.resolve("run/table.csv"));
    assertTrue(rows.get(2).startsWith("1,2.0,3.0,,failed,"), rows.get(2));
    assertTrue(run.out().contains("failed: 2 of 4 items"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MAP + " --seed -5",
        "sweep -p mu=1,2 -p sigma=1 --model normal-sum --set draws=7 --design factorial",
        "bootstrap DIR/odd~table.csv --x a~b --y #c --statistic slope --resamples 50",
        "bootstrap DIR/odd~table.csv --x @d --y=-e --statistic slope --level 0.5,0.9",
        "bootstrap DIR/odd~table.csv --column b\\s\"q --statistic mean",
        "bootstrap DIR/odd~table.csv --column größe --statistic sd",
        "bootstrap DIR/odd~table.csv --column it's --statistic median"
      })
  void theJobFileGivesTheSameAgain(String line) throws IOException {
    Files.writeString(
        folder.resolve("odd table.csv"),
        "a b,#c,@d,-e,\"b\\s\"\"q\",größe,it's\n1,2,3,4,5,6,7\n2,3,5,7,1,1,4\n9,8,7,4,5,3,2\n");
    String doubled = line.replace("--x @d", "--x @@d"); // as typed: an argument, no job file
    CommandRun first = run(doubled + " --serial --json -o DIR/run");
    assertEquals(ExitStatus.DONE, first.status(), first.err());
    CommandRun again = run("@DIR/run/run.job --serial --json -o DIR/again");
    assertEquals("", again.err());
    assertEquals(first.digest(), again.digest());
    assertEquals(
        Files.readString(folder.resolve("run/run.job")),
        Files.readString(folder.resolve("again/run.job")));
  }

  /** As a killed process leaves it: the job, two finished blocks and a half-written one. */
  @Test
  void aRunGoesOnFromTheBlocksThatAreDone() throws IOException {
    CommandRun whole = run(MAP + " --serial --json -o DIR/whole");
    Path begun = Files.createDirectory(folder.resolve("begun"));
    Files.copy(folder.resolve("whole/run.job"), begun.resolve("run.job"));
    ArrayMap map = ArrayMap.of(new IsPrime(), IntegerArray.random(0, 1000, 500));
    Origin origin = Origin.of(JobTexts.requested(List.of(MAP.split(" "))).fingerprint(), map);
    DiskStore store = new DiskStore(begun.resolve("blocks"), Optional.of(origin));
    for (Block block : List.of(new Block(3, 120, 40), new Block(7, 300, 200))) {
      store.add(ItemTask.of(map.function()).outcome(map.slice(block), "an earlier process"));
    }
    Files.writeString(begun.resolve("blocks/0-120.block.part"), "half");
    CommandRun rest = run(MAP + " --serial --resume -o DIR/begun");
    assertEquals(ExitStatus.DONE, rest.status(), rest.err());
    assertEquals(whole.digest(), rest.digest());
    assertTrue(rest.out().contains("going on: 240 of 500 items were done before"), rest.out());
    String summary = Files.readString(begun.resolve("summary.json"));
    assertEquals(2, summary.split("an earlier process", -1).length - 1, summary);
    assertEquals(Set.of("table.ecsv", "summary.json", "run.job", "journal"), files("begun"));
    assertEquals(
        Files.readString(folder.resolve("whole/table.ecsv")),
        Files.readString(begun.resolve("table.ecsv")));
  }
}
