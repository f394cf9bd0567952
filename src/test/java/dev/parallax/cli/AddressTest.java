package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.storage.remote.Elsewhere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option that takes a path takes an address too. */
class AddressTest {
  private static final String MAP = "map --serial --function is-prime --array range:0:9 ";
  private static final String MEAN = "bootstrap --serial --column v --statistic mean --resamples 9";

  private static final String SETTING = "spark.hadoop.fs.elsewhere.impl";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(SETTING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MAP + "-o ",
        MAP + "--event-log ",
        MAP + "--jar ",
        MAP + "--properties-file ",
        MEAN + " ",
        "sweep --serial --expression x --points ",
        "map --serial --array range:0:9 --command cat --file ",
        "map --serial --function is-prime --array file:",
        "@",
      })
  void aSchemeWithoutAFileSystemIsOneLine(String line) {
    CommandRun run = CommandRun.of(line + "s3a://b/x");
    String option = line.contains("--file") ? "--file: " : "";
    BadInput.check(
        run,
        line,
        option
            + "'s3a://b/x': no file system for 's3a' is on the class path; Hadoop's modules have more, as"
            + " hadoop-aws for s3a: spark-submit --packages adds them");
    assertFalse(Files.exists(Path.of("s3a:")));
  }

  @Test
  void noPatternIsAnAddress() {
    String reason = "'hdfs://n/*.fits' is an address; files are looked for on this machine alone";
    String map = "map --serial --command cat --array ";
    BadInput.check(CommandRun.of(map + "files:hdfs://n/*.fits"), "array", reason);
    String file = map + "range:0:9 --file hdfs://n/*.fits";
    BadInput.check(CommandRun.of(file), file, "--file: " + reason);
    BadInput.check(
        CommandRun.of(map + "hdfs://n/x"),
        "file",
        "'hdfs://n/x' is an address; integers in a file there are file:hdfs://n/x");
  }

  @Test
  void aStoreThatDoesNotAnswerIsSaid() {
    System.setProperty("spark.hadoop.ipc.client.connect.max.retries", "0");
    try {
      CommandRun run = CommandRun.of(MEAN + " hdfs://127.0.0.1:1/t.csv");
      assertEquals(ExitStatus.BROKEN, run.status());
      assertEquals("parallax: hdfs://127.0.0.1:1/t.csv: Connection refused\n", run.err());
    } finally {
      System.clearProperty("spark.hadoop.ipc.client.connect.max.retries");
    }
  }

  /** All that is read and written lies elsewhere: the numbers are those of this machine's files. */
  @Test
  void anAddressIsReadAndWrittenEverywhere() throws IOException {
    System.setProperty(SETTING, Elsewhere.class.getName());
    String at = Elsewhere.address(folder) + "/";
    Files.writeString(folder.resolve("t.csv"), "v\n1\n2\n4\n");
    Files.writeString(folder.resolve("n.txt"), "7\n8\n");
    Files.writeString(folder.resolve("p.conf"), "spark.x y\n");
    Files.writeString(folder.resolve("x.py"), "\n");
    Files.writeString(folder.resolve("m.job"), "map --serial --array range:0:9\n");
    done(MEAN + " " + at + "t.csv");
    done("sweep --serial --expression v --points " + at + "t.csv");
    done("map --serial --function is-prime --array column:" + at + "t.csv:v");
    done("map --serial --function is-prime --array file:" + at + "n.txt");
    done("map --serial --expression length(element) --array lines:" + at + "n.txt");
    done("map --serial --array range:0:9 --command cat --file " + at + "x.py");
    done("@" + at + "m.job --function is-prime");
    done(MAP + "--properties-file " + at + "p.conf");
    assertTrue(
        CommandRun.of(MEAN + " " + at + "none.csv").err().contains(at + "none.csv: no such file"));
    for (String format : List.of("ecsv", "fits")) {
      String line = MEAN + " %st.csv -o %srun-" + format + " --format " + format;
      CommandRun run = CommandRun.of(line.formatted(at, at));
      assertEquals(ExitStatus.DONE, run.status());
      assertEquals(
          "parallax: output folder '"
              + at
              + "run-"
              + format
              + "' cannot be locked (its store has no locks): see to it that no second run writes"
              + " to it\n",
          run.err());
      Path there = folder.resolve("run-" + format);
      Path here = folder.resolve("here-" + format);
      done(line.formatted(folder + "/", folder + "/").replace("run-", "here-"));
      String table = "table." + format;
      assertArrayEquals(
          Files.readAllBytes(here.resolve(table)), Files.readAllBytes(there.resolve(table)));
      assertEquals(names(here), names(there));
      refusedAsFinished(line.formatted(at, at));
    }
  }

  /** Where the driver runs on a cluster, its working folder is gone with it. */
  @Test
  void aFolderThatWouldVanishIsRefused() {
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      BadInput.check(
          CommandRun.of(MAP + "-o runs/x"),
          "runs/x",
          "--output runs/x would be a folder of the driver's, which the cluster deletes: give an"
              + " address such as hdfs:///DIR, or the absolute path of a disk that is shared");
      assertFalse(Files.exists(Path.of("runs/x")));
      done(MAP + "-o " + folder + "/shared");
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  @Test
  void aRunWithoutItemsIsWrittenElsewhereToo() throws IOException {
    System.setProperty(SETTING, Elsewhere.class.getName());
    String map = "map --serial --function is-prime --array range:5:5 -o ";
    CommandRun run = CommandRun.of(map + Elsewhere.address(folder) + "/none");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    done(map + folder + "/here");
    assertEquals(names(folder.resolve("here")), names(folder.resolve("none")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString())
          .filter(name -> !name.equals(".lock")) // which ends with its process elsewhere
          .sorted()
          .toList();
    }
  }

  /** A run that was begun elsewhere goes on there, with what was kept, to the same digest. */
  @Test
  void aRunGoesOnElsewhere() throws IOException {
    System.setProperty(SETTING, Elsewhere.class.getName());
    String job =
        "sweep --serial --slices 5 --json -p mu=0 -p sigma=linspace:3:-2:50 --model normal-sum";
    String whole = CommandRun.of(job).digest();
    String place = " -o " + Elsewhere.address(folder) + "/run";
    CommandRun stopped = CommandRun.of(job + " --max-failures 0" + place);
    assertEquals(ExitStatus.FAILED_ITEMS, stopped.status(), stopped.err());
    assertTrue(Files.isDirectory(folder.resolve("run/blocks")));
    CommandRun resumed = CommandRun.of(job + " --resume" + place);
    assertEquals(whole, resumed.digest(), resumed.err());
    assertTrue(names(folder.resolve("run")).contains("journal"));
  }

  @Test
  void anAddressOfAFileIsAPathEverywhere() throws IOException {
    Path space = Files.createDirectory(folder.resolve("a b"));
    String at = "file://" + folder + "/a%20b/";
    Files.writeString(space.resolve("t.csv"), "v\n1\n2\n3\n");
    Files.writeString(space.resolve("n.txt"), "7\n8\n");
    Files.writeString(space.resolve("p.conf"), "spark.x y\n");
    Files.writeString(space.resolve("x.py"), "\n");
    Files.writeString(space.resolve("m.job"), "map --serial --array range:0:9\n");
    done(MEAN + " " + at + "t.csv");
    done("sweep --serial --expression v --points " + at + "t.csv");
    done("map --serial --function is-prime --array column:" + at + "t.csv:v");
    done("map --serial --function is-prime --array file:" + at + "n.txt");
    done("map --serial --function is-prime --array " + at + "n.txt");
    done("map --serial --array range:0:9 --command cat --file " + at + "x.py");
    done("@" + at + "m.job --function is-prime");
    done(MAP + "--properties-file " + at.replace("file://", "file://localhost") + "p.conf");
    done(MAP + "--event-log " + at + "log");
    done(MAP + "-o " + at + "run");
    assertTrue(Files.isRegularFile(space.resolve("run/summary.json")));
    refusedAsFinished(MAP + "-o " + at.replace("file://", "file:") + "run");
    done(MAP + "--resume -o " + at + "run");
  }

  private static void done(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals(List.of(ExitStatus.DONE, ""), List.of(run.status(), run.err()), line);
  }

  private static void refusedAsFinished(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
    assertTrue(run.err().contains("has this run, finished"), run.err());
  }

  @Test
  void aJobFileNamesAnotherByItsAddress() throws IOException {
    Path inner = Files.writeString(folder.resolve("inner.job"), "--function is-prime\n");
    Path outer = folder.resolve("outer.job");
    for (String name : List.of("file://" + inner, "" + inner, "inner.job")) {
      Files.writeString(outer, MAP + "\n@" + name + "\n");
      done("@" + outer);
    }
  }

  @Test
  void aColonInTheNameOfAFileIsNoScheme() throws IOException {
    Path file = Files.createTempFile(Path.of(""), "a:b", ".csv");
    try {
      Files.writeString(file, "v\n1\n2\n3\n");
      done(MEAN + " " + file);
      done("map --serial --function is-prime --array column:" + file + ":v");
    } finally {
      Files.delete(file);
    }
  }
}
