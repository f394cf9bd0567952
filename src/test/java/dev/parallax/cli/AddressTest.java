package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Every option that takes a path takes an address of a file too, and refuses any other. */
class AddressTest {
  private static final String MAP = "map --serial --function is-prime --array range:0:9 ";
  private static final String MEAN = "bootstrap --serial --column v --statistic mean --resamples 9";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "-o, --output",
    "--output, --output",
    "--event-log, --event-log",
    "--jar, --jars",
    "--properties-file, --properties-file",
  })
  void anAddressOfAnotherKindIsRefusedByEveryOption(String option, String name) {
    refused(MAP + option + " hdfs://n:8020/x", name + ": ", "hdfs://n:8020/x", "hdfs");
    refused(MAP + option + " s3a:/b/x", name + ": ", "s3a:/b/x", "s3a");
    assertFalse(Files.exists(Path.of("hdfs:")) || Files.exists(Path.of("s3a:")));
  }

  @Test
  void andByEveryInput() {
    refused(MEAN + " https://h/t.csv", "", "https://h/t.csv", "https");
    refused("sweep --points gs://b/t.csv --expression x", "--points: ", "gs://b/t.csv", "gs");
    refused(
        "map --array range:0:9 --command cat --file ftp://h/x.py",
        "--file: ",
        "ftp://h/x.py",
        "ftp");
    refused("map --function is-prime --array file:hdfs://n/x", "", "hdfs://n/x", "hdfs");
    refused("map --function is-prime --array column:s3a://b/t.csv:v", "", "s3a://b/t.csv", "s3a");
    refused("@hdfs://n/x.job", "", "hdfs://n/x.job", "hdfs");
    refused("demo --event-log webhdfs://n/x", "--event-log: ", "webhdfs://n/x", "webhdfs");
  }

  private static void refused(String line, String option, String text, String scheme) {
    String reason = "' are neither read nor written; give a path of this machine, or file:///PATH";
    BadInput.check(
        CommandRun.of(line),
        line,
        option + "'" + text + "': addresses of the scheme '" + scheme + reason);
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
  void aJobFileNamesAnotherByItsPath() throws IOException {
    Path inner = Files.writeString(folder.resolve("inner.job"), "--function is-prime\n");
    String address = "file://" + inner;
    Path outer = Files.writeString(folder.resolve("outer.job"), MAP + "\n@" + address + "\n");
    BadInput.check(
        CommandRun.of("@" + outer),
        "outer.job",
        outer + ": @" + address + " within a job file is written by its path, @" + inner);
    Files.writeString(outer, "map --serial --array range:0:9 @" + inner + "\n");
    done("@" + outer);
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
