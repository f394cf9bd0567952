package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths in job files start from the folder of the job file, wherever the run is begun. */
class JobPathsTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("lab/data"));
    write("lab/data/t.csv", "x,y\n1,2\n2,3\n4,5\n7,11\n");
    write("lab/data/words.txt", "red\ngreen\n");
    write("lab/data/n.txt", "3\n4\n");
    write("lab/data/double.sh", "while read x rest; do echo $((2 * x)); done\n");
    write("lab/data/points.csv", "a,b\n1,2\n3,4\n");
    write("points.csv", "a,b\n5,6\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandRun run(String line) {
    return CommandRun.of(line.replace("DIR", folder.toString()));
  }

  private CommandRun done(String line) {
    CommandRun run = run(line);
    assertEquals(ExitStatus.DONE, run.status(), line + "\n" + run.err());
    return run;
  }

  private String line(String name) throws IOException {
    return String.join(" ", Files.readAllLines(folder.resolve(name)));
  }

  @Test
  void anOptionIsGivenOnceInOnePlace() throws IOException {
    write("once.job", "map --array range:0:5 --function is-prime --seed 1");
    write("other.job", "--seed=1 --seed 2 --seed 2");
    String line = "map --array range:0:5 --function is-prime ";
    assertEquals(done(line + "--seed 7").digest(), done("@DIR/once.job --seed 7").digest());
    done("@DIR/once.job --seed 7 --seed 7");
    BadInput.check(
        run(line + "--seed 1 --seed=2"), line, "--seed is given twice, as '1' and as '2'");
    BadInput.check(
        run(line + "-o DIR/a --output DIR/b"),
        line,
        "--output is given twice, as 'DIR/a' and as 'DIR/b'".replace("DIR", folder.toString()));
    BadInput.check(
        run("@DIR/once.job @DIR/other.job"),
        line,
        folder + "/other.job: --seed is given twice, as '1' and as '2'");
  }

  /** The same job with its paths written out has the same numbers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bootstrap data/t.csv --x x --y y --statistic pearson --resamples 99|data/",
        "map --array file:data/n.txt --expression element^2|data/",
        "map --array lines:data/words.txt --expression length(element)|data/",
        "map --array column:data/t.csv:y --expression element+1|data/",
        "map --array files:data/*.txt --expression length(element)>3?1:0|",
        "map --array=range:1:5 --command sh~data/double.sh|data/",
        "map --array=range:1:5 --command=sh~data/double.sh --file data/double.sh|",
        "map --array=range:1:5 --file=data --command sh~data/double.sh|",
        "map --array range:1:5 --file data/*.sh --command sh~data/double.sh|",
        "sweep --points data/points.csv --expression a*b|data/",
      })
  void startFromTheFolderOfTheJobFile(String job, String replaced) throws IOException {
    write("lab/a.job", job.replaceAll("(\\S*~\\S*)", "\"$1\"").replace('~', ' '));
    String typed =
        replaced == null || replaced.isEmpty()
            ? null
            : job.replace(replaced, folder + "/lab/" + replaced);
    String digest = done("@DIR/lab/a.job --serial").digest();
    assertEquals(digest, done("@DIR/lab/a.job --slices 3 --master threads[2]").digest());
    if (typed != null) {
      assertEquals(digest, done(typed + " --serial").digest());
    }
  }

  /** The command is told by the job file that is meant, not by one of its name beside it. */
  @Test
  void theCommandOfAnotherJobFile() throws IOException {
    write("lab/kind.job", "sweep --points data/points.csv --expression a*b\n");
    write("lab/data/kind.job", "map --array file:n.txt --expression element^2\n");
    write("lab/a.job", "@kind.job --home data --serial\n");
    write("lab/b.job", "--serial @kind.job\n");
    assertTrue(done("@DIR/lab/a.job").out().contains("element^2"));
    assertEquals(ExitStatus.WRONG_INPUT, run("@DIR/lab/b.job").status());
    write("lab/c.job", "@data/kind.job --serial\n");
    assertTrue(done("@DIR/lab/c.job").out().contains("element^2"));
  }

  @Test
  void everyEngineFindsThem() throws IOException {
    write("lab/a.job", "map --array range:1:9 --command \"sh data/double.sh\" --file data\n");
    String digest = done("@DIR/lab/a.job --serial").digest();
    for (String engine : List.of("threads[2]", "local[1]", "local[2]", "local[5]")) {
      assertEquals(digest, done("@DIR/lab/a.job --slices 3 --master " + engine).digest(), engine);
    }
  }

  @Test
  void whatIsTypedStartsFromTheCurrentFolder() throws IOException {
    write("lab/a.job", "sweep --points data/points.csv --expression a*b -o runs\n");
    done("@DIR/lab/a.job --serial --quiet");
    assertTrue(Files.exists(folder.resolve("lab/runs/summary.json")));
    Path here = Files.createTempDirectory(Path.of("target"), "typed");
    try {
      CommandRun run = done("@DIR/lab/a.job --points DIR/points.csv -o " + here + "/out --json");
      assertTrue(run.out().contains("\"sum\":30.0"), run.out());
      assertTrue(Files.exists(here.resolve("out/run.job")));
      String home = "--home ../../..\n";
      assertTrue(Files.readString(here.resolve("out/run.job")).endsWith(home));
    } finally {
      deleteAll(here);
    }
  }

  private static void deleteAll(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What a run's folder says repeats it, files of a program and all, from any folder. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bootstrap data/t.csv --x x --y y --statistic pearson --resamples 99",
        "map --array lines:data/words.txt --expression length(element)",
        "map --array range:1:5 --command \"sh data/double.sh\" --file data/double.sh",
        "map --array range:1:5 --command \"sh data/double.sh\"",
      })
  void aRunIsRepeatedFromItsFolder(String job) throws IOException {
    write("lab/a.job", job);
    String digest = done("@DIR/lab/a.job --serial -o DIR/run").digest();
    assertEquals(digest, done("@DIR/run/run.job --serial -o DIR/deep/er").digest());
    assertEquals(digest, done("@DIR/deep/er/run.job --serial").digest());
    assertEquals(line("run/run.job"), line("deep/er/run.job"));
  }

  /** From a folder that a link leads to, two dots lead to where the folder really lies. */
  @Test
  void aRunBehindALinkIsRepeated() throws IOException {
    Path here = Files.createTempDirectory(Path.of("target"), "linked");
    try {
      Files.createSymbolicLink(here.resolve("link"), folder);
      String job = "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean --serial";
      String digest = done(job + " --resamples 50 -o " + here + "/link/run").digest();
      String text = Files.readString(folder.resolve("run/run.job"));
      assertTrue(text.endsWith("--home " + Path.of("").toAbsolutePath() + "\n"), text);
      assertEquals(digest, done("@" + here + "/link/run/run.job").digest());
    } finally {
      deleteAll(here);
    }
  }

  @Test
  void aProgramInAFolderWithABlank() throws IOException {
    Path blank = Files.createDirectories(folder.resolve("my lab"));
    Files.copy(folder.resolve("lab/data/double.sh"), blank.resolve("double.sh"));
    write("my lab/a.job", "map --array range:1:5 --command 'sh double.sh'\n");
    String digest = CommandRun.of(List.of("@" + blank + "/a.job", "--serial")).digest();
    write("lab/a.job", "map --array range:1:5 --command 'sh data/double.sh'\n");
    assertEquals(digest, done("@DIR/lab/a.job --serial").digest());
  }

  @Test
  void oneJobFileNamesAnotherByItsOwnFolder() throws IOException {
    Files.createDirectories(folder.resolve("common"));
    write("common/table.opts", "data/t.csv @more.opts\n");
    Files.createDirectories(folder.resolve("common/data"));
    write("common/data/t.csv", "x,y\n1,2\n2,2\n4,9\n");
    write("common/more.opts", "--column y\n");
    write("lab/a.job", "bootstrap @../common/table.opts --statistic mean --resamples 50\n");
    assertEquals(
        done("bootstrap DIR/common/data/t.csv --column y --statistic mean --resamples 50").digest(),
        done("@DIR/lab/a.job").digest());
    write("lab/b.job", "bootstrap --home .. lab/data/t.csv --column y --statistic mean\n");
    done("@DIR/lab/b.job --resamples 50");
  }

  @Test
  void aJobFileWithinItselfIsRefused() throws IOException {
    write("lab/a.job", "map @b.job\n");
    write("lab/b.job", "@../lab/./b.job\n");
    write("lab/c.job", "map @c.job\n");
    BadInput.check(
        run("@DIR/lab/c.job"),
        "c.job",
        folder + "/lab/c.job: @" + folder + "/lab/c.job: a job file within itself");
    assertEquals(ExitStatus.WRONG_INPUT, run("@DIR/lab/a.job").status());
  }

  @Test
  void aPathFromTheCurrentFolderIsRefused() throws IOException {
    write("lab/a.job", "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean\n");
    BadInput.check(
        run("@DIR/lab/a.job"),
        "a.job",
        folder
            + "/lab/a.job: 'jobs/data/hubble.ecsv': no such file beside it; paths in a job file"
            + " start from its folder, or from that which --home names in it");
    write("lab/b.job", "map --array range:0:3 --home\n");
    BadInput.check(run("@DIR/lab/b.job"), "b.job", folder + "/lab/b.job: --home needs a folder");
  }

  @Test
  void otherWordsStayAsTheyAre() throws IOException {
    write("lab/data/range", "");
    write("lab/sweep", "");
    write("lab/a.job", "sweep -p \"a=data/t.csv,b\" --expression length(a) --describe a=lab/x\n");
    CommandRun run = done("@DIR/lab/a.job --json");
    assertTrue(run.out().contains("\"sum\":11.0"), run.out());
    Set<String> digests = new HashSet<>();
    for (String output : List.of("-oruns1", "-o=runs2", "--output=runs3", "-o runs4")) {
      write("lab/b.job", "map --array range:0:9 --function is-prime " + output + "\n");
      digests.add(done("@DIR/lab/b.job").digest());
      assertTrue(
          Files.exists(
              folder.resolve("lab/" + output.replaceAll("\\W*o?\\W*(output=)?(runs.)", "$2"))),
          output);
    }
    assertEquals(1, digests.size());
  }
}
