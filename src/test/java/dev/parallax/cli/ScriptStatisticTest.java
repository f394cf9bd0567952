package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bootstraps of programs, from the command line. */
class ScriptStatisticTest {
  private static final String HUBBLE = "bootstrap jobs/data/hubble.ecsv ";
  private static final List<String> ENGINES =
      List.of(
          "--serial --slices 7",
          "--master local[1]",
          "--master threads[3] --slices 5",
          "--master local[2] --slices 3",
          "--master local[5] --slices 11");

  /** The mean of the one column, of which nothing is flushed before the end. */
  private static final String MEAN =
      """
      NR == 1 { table = $0; n = -1; while ((getline line < table) > 0) x[n++] = line; next }
      { s = 0; for (i = 1; i <= NF; i++) s += x[$i]; printf "%.17g\\n", s / NF }
      """;

  @TempDir private Path folder;

  private static boolean isThere(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private String mean() throws IOException {
    Path script = Files.writeString(folder.resolve("mean.awk"), MEAN);
    return HUBBLE + "--columns velocity --command awk~-f~mean.awk --file " + script + " ";
  }

  /** Failures, undefined values, and a buffer that is lost: none depends on the slices. */
  @Test
  void aProgramHasOneResult() throws IOException {
    Path script = folder.resolve("stat.sh");
    Files.writeString(
        script,
        """
        read table
        item=$PARALLAX_ITEM
        answers=
        while read first second rest; do
          case $item in
            41) exit 3 ;;
            77) kill -9 $$ ;;
            80) answers="$answers nan" ;;
            90) answers="$answers none" ;;
            91) answers="$answers 1 2" ;;
            *) answers="$answers $((first * 100 + second))" ;;
          esac
          item=$((item + PARALLAX_STEP))
        done
        for a in $answers; do echo $a; done
        """);
    String job = HUBBLE + "--columns velocity --seed 5 --resamples 130 --interval percentile ";
    job += "--command sh~" + script;
    String digest = CommandRun.of(job + " --serial --slices 1 --json").digest();
    for (String engine : ENGINES) {
      CommandRun run = CommandRun.of(job + " " + engine + " --json");
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), engine + run.err());
      assertEquals(digest, run.digest(), engine);
    }
    CommandRun run = CommandRun.of(job + " --serial --slices 2");
    assertTrue(run.out().contains("failed: 4 of 130 items"), run.out());
    assertTrue(run.out().contains("item 41: ScriptException: exit status 3\n"), run.out());
    assertTrue(run.out().contains("item 91: ScriptException: answered 2 lines"), run.out());
    assertTrue(run.out().contains("the statistic is not a number"), run.out());
  }

  /** Every finding, and that of {@code mean} itself but for rounding, on every engine. */
  @Test
  void everyFindingIsTheSameOnEveryEngine() throws IOException {
    String more =
        "--interval normal,basic,percentile,bc,bca,studentized --level 0.9 --resamples 150"
            + " --jackknife-after-bootstrap --json ";
    String expected = findings(mean() + more + "--serial --slices 1");
    for (String engine : ENGINES) {
      assertEquals(expected, findings(mean() + more + engine), engine);
    }
    String named = findings(HUBBLE + "--column velocity --statistic mean " + more + "--serial");
    assertEquals(rounded(named), rounded(expected));
  }

  private static String findings(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals("", run.err(), line);
    int from = run.out().indexOf("\"estimate\":");
    assertTrue(from > 0 && run.out().indexOf("standard_error_of_bias") > from, run.out());
    return run.out().substring(from);
  }

  /** Six digits of each number; what is 0 but for rounding is 0. */
  private static String rounded(String findings) {
    StringBuilder text = new StringBuilder();
    for (String word : findings.split("(?<=[:,\\[{}])|(?=[:,\\]{}])")) {
      boolean number = word.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
      double value = number ? Double.parseDouble(word) : 0;
      value = Math.abs(value) < 1e-9 ? 0 : value;
      text.append(number ? String.format(Locale.ROOT, "%.6g", value) : word);
    }
    return text.toString();
  }

  /** Least squares of logarithms, by NumPy: see below. */
  @Test
  void thePowerLawIsNumPys() {
    assumeTrue(isThere("python3"), "python3");
    // d = velocities above 0 of jobs/data/hubble.ecsv:
    // python3 -c "...; print(numpy.polyfit(numpy.log10(d[:, 0]), numpy.log10(d[:, 1]), 1))"
    // [0.3246525  2.67321642]
    String line = "@jobs/power-law.job --json --resamples 40 --interval percentile ";
    CommandRun run = CommandRun.of(line + "--serial --slices 1");
    assertEquals("", run.err());
    assertTrue(run.out().contains("\"estimate\":0.3246525"), run.out());
    assertTrue(run.out().contains("\"estimate\":2.6732164"), run.out());
    assertEquals(run.digest(), CommandRun.of(line + "--master local[2] --slices 3").digest());
  }

  /** R's own numbers are not at hand here: they are those of the same fit in Python. */
  @Test
  void thePowerLawInRIsThatInPython() {
    assumeTrue(isThere("Rscript"), "no Rscript here");
    CommandRun run = CommandRun.of("@jobs/power-law-r.job --json --serial --resamples 40");
    assertEquals("", run.err());
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().contains("\"estimate\":0.3246525"), run.out());
    assertTrue(run.out().contains("\"estimate\":2.6732164"), run.out());
  }

  /** The replicates of the built-in mean, but for the last bit. */
  @Test
  void aMeanInPythonIsTheMean() throws IOException {
    assumeTrue(isThere("python3"), "python3");
    Path script = folder.resolve("mean.py");
    Files.writeString(
        script,
        """
        import math, sys
        with open(sys.stdin.readline().rstrip()) as table:
            x = [float(line) for line in list(table)[1:]]
        for line in sys.stdin:
            drawn = [x[int(row)] for row in line.split()]
            print(math.fsum(drawn) / len(drawn))
        """);
    double[] named = replicates("--column velocity --statistic mean");
    double[] python = replicates("--columns velocity --command python3~" + script);
    for (int i = 0; i < named.length; i++) {
      assertEquals(named[i], python[i], 2 * Math.ulp(named[i]), "replicate " + i);
    }
  }

  private double[] replicates(String options) throws IOException {
    Path output = folder.resolve("out" + options.length());
    String line = HUBBLE + options + " --resamples 300 --interval percentile --serial --format csv";
    CommandRun run = CommandRun.of(line + " -o " + output);
    assertEquals("", run.err());
    return Files.readAllLines(output.resolve("table.csv")).stream()
        .skip(1)
        .mapToDouble(row -> Double.parseDouble(row.split(",")[1]))
        .toArray();
  }

  @Test
  void aResampleThatHangsIsKilledAndTheOthersAreComputed() {
    String line =
        HUBBLE
            + "--columns velocity --resamples 9 --interval percentile --serial --slices 2"
            + " --item-timeout 4s --command sh~-c~'read~t;~i=$PARALLAX_ITEM;~while~read~x;~do~"
            + "[~$i~=~4~]~&&~sleep~986.54;~echo~$i;~i=$((i+1));~done'";
    CommandRun run = CommandRun.of(line);
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.out().contains("failed: 1 of 9 items"), run.out());
    assertTrue(run.out().contains("item 4: TimeoutException: took longer than 4 s"), run.out());
    assertNothingRuns("986.54");
  }

  private static void assertNothingRuns(String mark) {
    assertTrue(
        ProcessHandle.allProcesses()
            .noneMatch(p -> p.info().commandLine().orElse("").contains(mark)));
  }

  @Test
  void aProgramThatHangsAtOnceIsKilled() {
    String line = HUBBLE + "--columns velocity --item-timeout 1s --command sleep~985.43";
    BadInput.check(
        CommandRun.of(line), line, "--command fails on the rows as they are: took longer than 1 s");
    assertNothingRuns("985.43");
  }

  /** A run that was stopped by a failure goes on to the digest of one that was not. */
  @Test
  void aStoppedRunGoesOn() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken"), "");
    Path script = folder.resolve("fragile.sh");
    Files.writeString(
        script,
        "read t; i=$PARALLAX_ITEM; while read x y z; do\n"
            + "[ $i -ge 30 ] && [ -e "
            + broken
            + " ] && exit 1\n"
            + "echo $((x * y)); i=$((i+1)); done\n");
    Path output = folder.resolve("out");
    String job = HUBBLE + "--columns velocity --resamples 60 --interval percentile --serial";
    job += " --command sh~" + script;
    CommandRun stopped = CommandRun.of(job + " --slices 4 --fail-fast -o " + output);
    assertTrue(stopped.status() != ExitStatus.DONE, stopped.out());
    Files.delete(broken);
    CommandRun rest =
        CommandRun.of(job + " --slices 5 --resume --retry-failed --json -o " + output);
    assertEquals(ExitStatus.DONE, rest.status(), rest.err());
    assertEquals(CommandRun.of(job + " --json").digest(), rest.digest());
    String kept = Files.readString(output.resolve("run.job"));
    assertTrue(kept.contains("# reads " + script + ", SHA-256 "), kept);
    assertTrue(kept.contains("--columns velocity\n"), kept);
    Files.writeString(script, "read t; while read x; do echo 2; done\n");
    CommandRun other = CommandRun.of(job + " --resume -o " + output);
    assertEquals(ExitStatus.WRONG_INPUT, other.status());
    assertTrue(other.err().contains(script + " has changed since"), other.err());
  }

  @Test
  void picturesAndThePageAreMade() throws IOException {
    Path output = folder.resolve("out");
    String pair = mean().replace("--columns velocity", "--columns velocity,distance");
    CommandRun run =
        CommandRun.of(pair + "--resamples 40 --report --serial --slices 2 -o " + output);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    try (Stream<Path> made = Files.list(output)) {
      List<String> names = made.map(path -> path.getFileName().toString()).sorted().toList();
      for (String name : List.of("distribution.png", "influence.png", "line.png", "report.html")) {
        assertTrue(names.contains(name), names::toString);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--columns velocity --command pyhton3~fit.py | --command: 'pyhton3': no such program on the"
            + " PATH; did you mean 'python3'?",
        "--columns velocity --command sh~jobs/scripts/power_lau.py | --command:"
            + " 'jobs/scripts/power_lau.py': no such file; did you mean"
            + " 'jobs/scripts/power_law.py'?",
        "--columns velocity --command ~ | --command is empty: give a program, as in"
            + " 'python3 model.py'",
        "--columns velocity --command awk~'1 | command 'awk '1': the quote at column 5 is not"
            + " closed",
        "--columns velocitty --command cat | jobs/data/hubble.ecsv: no column 'velocitty'; did you"
            + " mean 'velocity'?",
        "--columns 7 --command cat | jobs/data/hubble.ecsv: no column 7; there are 3",
        "--columns velocity,3 --command cat | --columns: 'velocity' is there twice",
        "--columns object --command cat | jobs/data/hubble.ecsv: column 'object', row 1: 'SMC' is"
            + " not a number",
        "--columns velocity --by object --command cat | --command is given its columns by"
            + " --columns: leave out --x, --y, --column and --by",
        "--columns velocity --command cat --protocol jsn | no protocol 'jsn'; did you mean 'json'?",
        "--columns velocity --command cat --responses a,a | --responses: 'a' is there twice",
        "--columns velocity --command cat --file pom.xlm | --file pom.xlm: no such file; did you"
            + " mean 'pom.xml'?",
        "--statistic mean --column velocity --protocol json | --protocol goes with --command LINE",
        "--statistic mean --column velocity --responses a | --responses goes with --command LINE",
        "--statistic mean --column velocity --file pom.xml | --file goes with --command LINE",
        "--columns velocity --command sh~-c~'echo~1;cat>/dev/null;echo~2' | --command fails on the"
            + " rows as they are: answered 2 lines instead of 1: '1', '2'",
        "--columns velocity --command sh~-c~'read~t;read~x;echo~1' --permutation-test | a"
            + " permutation test is for a statistic of two columns or two samples, not of 1",
      })
  void whatIsWrongIsSaidInOneLine(String options, String expected) {
    String line = HUBBLE + options;
    BadInput.check(CommandRun.of(line), line, expected);
  }
}
