package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps and maps of scripts, from the command line. */
class CommandJobTest {
  private static final List<String> ENGINES =
      List.of(
          "--serial",
          "--serial --slices 7",
          "--master local[1]",
          "--master threads[3] --slices 5",
          "--master local[2] --slices 3",
          "--master local[5] --slices 11");

  @TempDir private Path folder;

  private static void assertOneResult(String line, int status) {
    String digest = CommandRun.of(line + " --serial --slices 1 --json").digest();
    for (String engine : ENGINES) {
      CommandRun run = CommandRun.of(line + " " + engine + " --json");
      assertEquals(status, run.status(), engine + run.err());
      assertEquals(digest, run.digest(), engine);
    }
  }

  /** Randomness, failures, an end and a buffer that is lost with it: none depends on the slices. */
  @Test
  void aScriptHasOneResult() throws IOException {
    Path script = folder.resolve("model.sh");
    Files.writeString(
        script,
        """
        item=$PARALLAX_ITEM
        answers=
        while read x c; do
          case $item in
            41) exit 3 ;;
            77) kill -9 $$ ;;
            90) answers="$answers none" ;;
            91) answers="$answers 1 2" ;;
            *) answers="$answers $((x * 100 + PARALLAX_SEED * item % 17)).${#c}" ;;
          esac
          item=$((item + PARALLAX_STEP))
        done
        for a in $answers; do echo $a; done
        """);
    String job = "sweep -p x=range:0:50:1 -p colour=red,green,blue --seed 5 --command sh~" + script;
    assertOneResult(job, ExitStatus.FAILED_ITEMS);
    CommandRun run = CommandRun.of(job + " --serial --slices 2");
    assertTrue(run.out().contains("failed: 4 of 150 items"), run.out());
    assertTrue(run.out().contains("item 41: ScriptException: exit status 3\n"), run.out());
    assertTrue(run.out().contains("item 77: ScriptException: exit status 137"), run.out());
    assertTrue(run.out().contains("item 91: ScriptException: answered 2 lines"), run.out());
  }

  /** The same arithmetic has the same bits, whatever it is written in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--command~awk~'{print~$1*$1+$2/4}'",
        "--command~awk~-F[:,]~'{print~$2*$2+$4/4}' --protocol json",
        "--command~awk~'BEGIN{print~{x}*{x}+{{k}}/4}' --protocol args",
      })
  void aScriptComputesWhatAFormulaDoes(String way) {
    String grid = "sweep -p x=range:0:9:0.5 -p k=1,2,-7 --serial --json ";
    String formula = CommandRun.of(grid + "--expression x^2+k/4").digest();
    List<String> words = new java.util.ArrayList<>(List.of(grid.strip().split(" ")));
    String[] parts = way.replace("{{k}}", "{k}").split(" ");
    words.add("--command");
    words.add(parts[0].substring("--command~".length()).replace('~', ' '));
    words.addAll(List.of(parts).subList(1, parts.length));
    CommandRun run = CommandRun.of(words);
    assertEquals("", run.err());
    assertEquals(formula, run.digest());
  }

  private static boolean isThere(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "walk, python3, --slices 5",
    "throw, python3, --slices 4",
    "power, Rscript, --slices 2 --item-timeout 60s",
  })
  void theExamplesRunWhereTheirInterpreterIs(String job, String program, String more) {
    assumeTrue(isThere(program), program);
    String line = "@jobs/" + job + ".job --json ";
    CommandRun run = CommandRun.of(line + "--serial --slices 1");
    assertEquals("", run.err());
    assertEquals(ExitStatus.DONE, run.status());
    assertEquals(run.digest(), CommandRun.of(line + "--master local[2] " + more).digest());
  }

  /** Known answers: throws without air, and Machin's table of a t test's power (R's own). */
  @Test
  void aThrowFliesAsFarAsItShould() throws IOException {
    assumeTrue(isThere("python3"), "python3");
    Path output = folder.resolve("throws");
    CommandRun run = CommandRun.of("@jobs/throw.job --serial --format csv -o " + output);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    List<String> table = Files.readAllLines(output.resolve("table.csv"));
    String header = table.get(0);
    assertTrue(header.startsWith("item,world,angle,speed,distance,height"), header);
    String row =
        table.stream().filter(r -> r.contains(",earth,45.0,20.0,")).findAny().orElseThrow();
    String[] cells = row.split(",", -1);
    assertEquals(400 / 9.80665, Double.parseDouble(cells[4]), 1e-12);
    assertEquals(200 / (2 * 9.80665), Double.parseDouble(cells[5]), 1e-12);
  }

  @Test
  void anItemThatHangsIsKilledAndTheOthersAreComputed() {
    String line =
        "map --array range:0:9 --serial --slices 2 --item-timeout 3s --command"
            + " sh~-c~'while~read~x;~do~[~$x~=~4~]~&&~sleep~987.65;~echo~$x;~done'";
    CommandRun run = CommandRun.of(line);
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.out().contains("failed: 1 of 9 items"), run.out());
    assertTrue(run.out().contains("item 4: TimeoutException: took longer than 3 s"), run.out());
    assertTrue(
        ProcessHandle.allProcesses()
            .noneMatch(p -> p.info().commandLine().orElse("").contains("987.65")));
  }

  @Test
  void whatWarmsUpAComparisonIsLimitedToo() {
    for (int hangs : List.of(0, 7)) {
      String line =
          "map --array range:0:9 --master threads[2] --compare-serial --item-timeout 1s --command"
              + " sh~-c~'while~read~x;~do~[~$x~=~%d~]~&&~sleep~986.54;~echo~$x;~done'";
      CommandRun run = CommandRun.of(line.formatted(hangs));
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertTrue(run.out().contains("failed: 1 of 9 items"), run.out());
      assertTrue(run.out().contains("speed-up"), run.out());
    }
  }

  @Test
  void anotherScriptIsAnotherJob() throws IOException {
    Path script = Files.writeString(folder.resolve("model.sh"), "while read x; do echo 1; done\n");
    Path data = Files.writeString(folder.resolve("data.txt"), "1\n");
    Path output = folder.resolve("out");
    String line =
        "map --array range:0:20 --serial --command sh~"
            + script
            + " --file "
            + script
            + " --file "
            + data
            + " -o "
            + output;
    line = line.replace("sh~" + script, "sh~model.sh");
    assertEquals(ExitStatus.DONE, CommandRun.of(line).status());
    String job = Files.readString(output.resolve("run.job"));
    assertTrue(job.contains("# reads " + script + ", SHA-256 "), job);
    assertTrue(job.contains("\n--command \"sh model.sh\"\n"), job);
    assertEquals(ExitStatus.DONE, CommandRun.of(line + " --resume").status());
    Files.writeString(script, "while read x; do echo 2; done\n");
    CommandRun other = CommandRun.of(line + " --resume");
    assertEquals(ExitStatus.WRONG_INPUT, other.status());
    assertTrue(other.err().contains(script + " has changed since"), other.err());
    CommandRun again = CommandRun.of("@" + output.resolve("run.job") + " --json --serial");
    assertEquals(ExitStatus.DONE, again.status(), again.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--command awq~1 | --command: 'awq': no such program on the PATH; did you mean 'awk'?",
        "--command ./jobs/scripts/walk.py | --command: './jobs/scripts/walk.py': may not be run;"
            + " chmod +x makes it executable",
        "--command sh~jobs/scripts/wolk.py | --command: 'jobs/scripts/wolk.py': no such file;"
            + " did you mean 'jobs/scripts/walk.py'?",
        "--command sh~jobs/scripts/walk.py --file pom.xml | --command: 'jobs/scripts/walk.py':"
            + " is not in the working folder, which holds what --file names;"
            + " give --file jobs/scripts/walk.py",
        "--command~ | --command is empty: give a program, as in 'python3 model.py'",
        "--command awk~'1 | command 'awk '1': the quote at column 5 is not closed",
        "--command cat --protocol jsn | no protocol 'jsn'; did you mean 'json'?",
        "--command echo~{mi} --protocol args | no parameter '{mi}'; did you mean '{mu}'?",
        "--command echo~1 --protocol args | the command has no place for a value, such as {mu},"
            + " so that all its items would be the same; without --protocol args,"
            + " values are written to its standard input",
        "--command cat --responses a,a | --responses: 'a' is there twice",
        "--command cat --responses mu | response 'mu' has the name of a parameter;"
            + " name it by --responses",
        "--command cat --file jobs/*.py | --file: no file matches 'jobs/*.py'",
        "--command cat --file jobs/scripts --file jobs/**/walk.py | --file jobs/scripts/walk.py:"
            + " there is another file 'jobs/scripts/walk.py'",
        "--command cat --file pom.xlm | --file pom.xlm: no such file; did you mean 'pom.xml'?",
        "--command cat --file pom.xml --file ./pom.xml | --file ./pom.xml: there is another file"
            + " 'pom.xml'",
        "--command cat --model normal-sum | --command and --model exclude each other",
        "--model normal-sum --protocol json | --protocol goes with --command LINE",
        "--model normal-sum --file pom.xml | --file goes with --command LINE",
      })
  void whatIsWrongIsSaidBeforeAnythingRuns(String options, String expected) {
    String line = "sweep -p mu=1,2 " + options.replace("--command~", "--command ~");
    BadInput.check(CommandRun.of(line), line, expected);
  }
}
