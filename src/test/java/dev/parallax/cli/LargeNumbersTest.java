package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Whole numbers beyond 2^53 on the command line: in formulas, arrays, scripts and tables. */
class LargeNumbersTest {
  private static final String PYTHON = "python3 -u -c 'import sys, json\nfor l in sys.stdin: ";

  @TempDir private Path folder;

  private static CommandRun run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--serial", "--json"));
    return CommandRun.of(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map --array range:0:3 --expression element+9007199254740993"
            + " | expression: '9007199254740993' at column 9 is beyond 2^53",
        "map --array range:0:3 --expression y=-36893488147419103233"
            + " | expression y: '36893488147419103233' at column 4 is beyond 2^53",
        "map --array range:9007199254740990:9007199254740999 --expression element%2"
            + " | the array has elements beyond 2^53",
        "map --array range:0:-9223372036854775808:-4611686018427387904 --expression element%2"
            + " | the array has elements beyond 2^53",
        "map --array random:0:9007199254740994:5 --expression element%2"
            + " | the array has elements beyond 2^53",
        "sweep -p x=1 --set n=9007199254740993 --expression x+n"
            + " | parameter 'n': '9007199254740993' is beyond 2^53",
        "sweep -p n=1,2 --design one-at-a-time --baseline n=9007199254740993 --expression n"
            + " | baseline of parameter 'n': '9007199254740993' is beyond 2^53",
      })
  void whatWouldBeRoundedIsRefused(String line, String complaint) {
    CommandRun run = CommandRun.of(line + " --serial");
    assertEquals(ExitStatus.WRONG_INPUT, run.status(), run.out());
    assertTrue(run.err().startsWith("parallax: " + complaint), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map --array range:9007199254740990:9007199254740993 --expression element | sum\":",
        "map --array random:0:9007199254740993:5 --expression element%2 | count\":5",
        "map --array range:9007199254740993:9007199254740999 --expression 2 | sum\":12.0",
        "map --array range:5:5 --expression element | count\":0",
        "map --array range:0:3 --expression element+1e23 | count\":3",
      })
  void whatIsNotIsComputed(String line, String json) {
    CommandRun run = CommandRun.of(line + " --serial --json");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains(json), run.out());
  }

  @Test
  void aScriptGetsElementsAsTheyAre() {
    String array = "range:9007199254740992:9007199254740996";
    CommandRun json =
        run(
            "map",
            "--array",
            array,
            "--protocol",
            "json",
            "--command",
            PYTHON + "print(json.loads(l)[\"element\"] % 1000)'");
    CommandRun lines = run("map", "--array", array, "--command", PYTHON + "print(int(l) % 1000)'");
    assertTrue(json.out().contains("\"sum\":3974"), json.out() + json.err());
    assertEquals(json.digest(), lines.digest());
  }

  @Test
  void aScriptGetsParametersAsTheyAre() {
    String values = "n=1152921504606846976,4611686018427387904";
    CommandRun json =
        run(
            "sweep",
            "-p",
            values,
            "--protocol",
            "json",
            "--command",
            PYTHON + "print(json.loads(l)[\"n\"] % 1000)'");
    assertTrue(json.out().contains("\"sum\":1880"), json.out() + json.err());
    CommandRun lines = run("sweep", "-p", values, "--command", PYTHON + "print(int(l) % 1000)'");
    assertEquals(json.digest(), lines.digest());
  }

  /** Neither an odd number, as the text of a line or of a JSON value, nor one that is a text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lines | int(l) | 2",
        "json | json.loads(l)[\"element\"] | 2",
        "json | [json.loads(l)[\"element\"]] | 2",
        "json | json.dumps({\"value\": json.loads(l)[\"element\"]}) | 2",
        "json | json.dumps(str(json.loads(l)[\"element\"])) | 2",
        "lines | float(l) | 0",
        "lines | \"%.15e\" % float(l) | 0",
      })
  void anAnswerThatWouldBeRoundedFails(String protocol, String answer, int failures) {
    CommandRun run =
        run(
            "map",
            "--array",
            "range:9007199254740992:9007199254740996",
            "--protocol",
            protocol,
            "--command",
            PYTHON + "print(" + answer + ")'");
    assertEquals(
        failures == 0 ? ExitStatus.DONE : ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.out().contains("\"failed\":" + failures), run.out());
    if (failures > 0) {
      assertTrue(
          run.err()
              .contains(
                  "item 1 failed: ScriptException: answered '9007199254740993', beyond 2^53, and"
                      + " no double is that whole number; the nearest is 9007199254740992"),
          run.err());
    }
  }

  @Test
  void aTablesNumbersOfObjectsAreKept() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "source_id,y\n4611686018427387905,1\n4611686018427387907,3\n");
    CommandRun run =
        run(
            "sweep",
            "--points",
            table.toString(),
            "--expression",
            "2*y",
            "-o",
            folder.resolve("run").toString());
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    String rows = Files.readString(folder.resolve("run/table.ecsv"));
    assertTrue(rows.contains("\n1,4611686018427387907,3.0,6.0,ok,"), rows);
    CommandRun wrong = run("sweep", "--points", table.toString(), "--expression", "source_id+y");
    assertEquals(ExitStatus.WRONG_INPUT, wrong.status());
    assertTrue(wrong.err().contains("column 'source_id', row 1: '46116860184"), wrong.err());
  }

  @Test
  void quotedTextsComeThroughAJobFile() throws IOException {
    Path made = folder.resolve("run");
    CommandRun run =
        run(
            "sweep",
            "-p",
            "name=\"a,b\",c",
            "-p",
            "k='x,y'",
            "--expression",
            "name == \"a,b\" and k == \"x,y\"",
            "-o",
            made.toString());
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("\"count\":2,\"sum\":1"), run.out());
    assertEquals(run.digest(), run("@" + made.resolve("run.job")).digest());
    Path job = folder.resolve("a.job");
    Files.writeString(job, "sweep\n-p 'name=\"a,b\",c'\n--expression \"name == 'a,b'\"\n");
    assertTrue(run("@" + job).out().contains("\"count\":2,\"sum\":1"));
    Files.writeString(job, "sweep\n-p name=\"a,b\",c\n--expression 1\n");
    assertEquals(ExitStatus.WRONG_INPUT, run("@" + job).status());
  }

  @Test
  void namesOfResponsesHaveNoQuotes() {
    CommandRun run = run("sweep", "-p", "x=1", "--command", "cat", "--responses", "\"a,b\",c");
    assertEquals(
        "parallax: --responses: \"a,b\": a name has neither quotes nor commas\n", run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "log-m | log-m+1",
        "x.y | 2*x.y",
        "2m | 3*2m",
        "log m | log m + 1",
        "m-1 | m-1",
        "M(r) | M(r)/2",
      })
  void aNameThatIsNoWordIsWrittenInBackticks(String name, String expression) {
    CommandRun wrong = run("sweep", "-p", name + "=1,2", "-p", "m=5", "--expression", expression);
    assertEquals(ExitStatus.WRONG_INPUT, wrong.status(), wrong.out());
    assertTrue(
        wrong
            .err()
            .startsWith(
                "parallax: expression: parameter '"
                    + name
                    + "' is no plain word: write it in backticks, `"
                    + name
                    + "`"),
        wrong.err());
    CommandRun right =
        run("sweep", "-p", name + "=1,2", "-p", "m=5", "--expression", "2*`" + name + "`");
    assertTrue(right.out().contains("\"sum\":6.0"), right.out() + right.err());
  }

  @Test
  void signsBetweenBlanksAreSigns() {
    CommandRun run = run("sweep", "-p", "m-1=1,2", "-p", "m=5", "--expression", "m - 1");
    assertTrue(run.out().contains("\"sum\":8.0"), run.out() + run.err());
    CommandRun digit = run("sweep", "-p", "2=1,7", "-p", "m=5", "--expression", "2*m");
    assertTrue(digit.out().contains("\"sum\":20.0"), digit.out() + digit.err());
    CommandRun near = run("sweep", "-p", "log-m=1,2", "--expression", "log_m");
    assertTrue(near.err().contains("there is `log-m`"), near.err());
    CommandRun open = run("sweep", "-p", "m=1,2", "--expression", "`m");
    assertEquals("parallax: expression: the quote at column 1 is not closed\n", open.err());
  }
}
