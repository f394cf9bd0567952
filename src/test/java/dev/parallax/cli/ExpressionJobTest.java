package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps and maps of expressions, from the command line. */
class ExpressionJobTest {
  private static final String GRID = "sweep -p x=linspace:-3:3:61 -p k=0.5,1,2,3 ";
  private static final String RIPPLE = "--expression exp(-x^2/2)*cos(k*x)+normal() ";

  private static CommandRun done(String line) {
    CommandRun run = CommandRun.of(line + " --json");
    assertEquals("", run.err(), line);
    assertEquals(ExitStatus.DONE, run.status(), line);
    return run;
  }

  /** The first law, and the same numbers as a class with the same arithmetic. */
  @Test
  void everyEngineGivesTheNumbersOfAClassWithTheSameArithmetic() {
    String digest = done(GRID + "--model dev.parallax.cli.UserClasses$Ripple --serial").digest();
    for (String engine :
        List.of("--serial", "--master threads[2]", "--master local[1]", "--master local[2]")) {
      assertEquals(digest, done(GRID + RIPPLE + engine).digest(), engine);
    }
    assertEquals(digest, done(GRID + RIPPLE + "--master local[5] --slices 7").digest());
    assertEquals(digest, done(GRID + RIPPLE + "--serial --slices 50").digest());
  }

  @Test
  void aMapTakesAnExpressionOfTheElement() {
    String line = "map --array range:0:1000 --expression element^2%7~==~2 ";
    CommandRun run = done(line + "--serial");
    long two = LongStream.range(0, 1000).filter(n -> n * n % 7 == 2).count();
    assertTrue(run.out().contains("\"value\":{\"count\":1000,\"sum\":" + two), run.out());
    assertEquals(run.digest(), done(line + "--master local[2]").digest());
  }

  /** The job file in the folder has the expressions as they were given, and gives them again. */
  @Test
  void aRunCanBeHadAgainFromItsJobFile(@TempDir Path folder) throws IOException {
    CommandRun run =
        CommandRun.of(
            "sweep -p x=-1,2 -p colour=red,green --serial --json --format csv -o "
                + folder.resolve("a"),
            "--expression",
            "r = -x^2 + (colour == 'red')",
            "--expression=-r * (colour != \"red\") + 1");
    assertEquals("", run.err());
    assertEquals(
        List.of(
            "item,x,colour,r,value",
            "0,-1.0,red,0.0,1.0",
            "1,-1.0,green,-1.0,2.0",
            "2,2.0,red,-3.0,1.0",
            "3,2.0,green,-4.0,5.0"),
        Files.readAllLines(folder.resolve("a/table.csv")).stream()
            .map(line -> line.replaceAll(",(ok,[^,]*|status,seconds)$", ""))
            .toList());
    CommandRun again =
        CommandRun.of("@" + folder.resolve("a/run.job") + " --master local[2] --json");
    assertEquals(run.digest(), again.digest());
  }

  private static final String MIXED =
      "sweep -p x=-1,0.5,2 -p colour=red,green --expression kind~=~x~>~0~?~colour~:~\"none\""
          + " --expression late~=~kind~>~\"h\" --expression n~=~length(kind)~+~10*late ";

  /** Kinds of responses, of which later ones use earlier ones: the digest is of their values. */
  @Test
  void textsAndTruthsAreTheSameOnEveryEngine() {
    String digest = done(MIXED + "--serial --slices 1").digest();
    for (String engine :
        List.of(
            "--serial --slices 6",
            "--master threads[2] --verify 6",
            "--master local[1]",
            "--master local[2]",
            "--master local[5] --slices 5")) {
      assertEquals(digest, done(MIXED + engine).digest(), engine);
    }
  }

  @Test
  void textsAndTruthsAreColumnsOfTheirTypes(@TempDir Path folder) throws IOException {
    String kept = MIXED + "--serial --format csv -o " + folder.resolve("a");
    CommandRun run = done(kept);
    assertEquals(
        List.of(
            "item,x,colour,kind,late,n",
            "0,-1.0,red,none,true,14.0",
            "1,-1.0,green,none,true,14.0",
            "2,0.5,red,red,true,13.0",
            "3,0.5,green,green,false,5.0",
            "4,2.0,red,red,true,13.0",
            "5,2.0,green,green,false,5.0"),
        Files.readAllLines(folder.resolve("a/table.csv")).stream()
            .map(line -> line.replaceAll(",(ok,[^,]*|status,seconds)$", ""))
            .toList());
    assertTrue(run.out().contains("\"frequent\":{\"none\":2,\"red\":2,\"green\":2}"), run.out());
    assertEquals(run.digest(), done(kept + " --resume").digest());
    String summary = CommandRun.of(MIXED + "--serial").out();
    assertTrue(summary.contains("  kind   3 texts: 'none' (2), 'red' (2), 'green' (2)"), summary);
    assertTrue(summary.contains("  late   4 of 6"), summary);
  }

  /** What is not of numbers has no best value, nor indices; truth values count as 1 and 0. */
  @Test
  void whatNeedsNumbersRefusesTexts() {
    String grid = "sweep -p x=1,2 --expression k~=~x~>~1~?~\"a\":\"b\" --best max:k";
    BadInput.check(
        CommandRun.of(grid), grid, "--best max:k: response 'k' is a text; a number can be best");
    String truth = "sweep -p x=1,2 --expression k~=~x~>~1 --best max:k";
    BadInput.check(
        CommandRun.of(truth),
        truth,
        "--best max:k: response 'k' is true or false; a number can be best");
    String design = "sweep -p x=uniform:0:1 -p y=uniform:0:1 --design saltelli --samples 64 ";
    String text = design + "--expression k~=~x~>~y~?~\"a\":\"b\"";
    BadInput.check(
        CommandRun.of(text),
        text,
        "response 'k' is a text; a saltelli design is for sensitivity indices, which numbers"
            + " have");
    CommandRun mixed = done(text + " --expression t~=~x~>~y --expression n~=~1*(x~>~y) --serial");
    assertTrue(mixed.out().contains("\"sensitivity_texts_left_out\":[\"k\"]"), mixed.out());
    assertEquals(indices(mixed, "n"), indices(mixed, "t"), "of truths those of 1 and 0");
  }

  private static String indices(CommandRun run, String response) {
    Matcher found =
        Pattern.compile("\"" + response + "\":(\\{[^{}]*\"indices\":.*?\\}\\}\\})")
            .matcher(run.out());
    assertTrue(found.find(), run.out());
    return found.group(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "sweep -p x=1 --expression sin(z)"
            + " | expression: no variable 'z' at column 5; there is x, e, inf, nan, pi",
        "sweep -p x=1 --expression (x | expression: '(' at column 1 is not closed",
        "sweep -p x=1 --expression x --expression 2*x"
            + " | expression: two give a response 'value'; write 'name = ...'",
        "sweep -p x=1 --expression x --model normal-sum"
            + " | --expression and --model exclude each other",
        "map --array range:0:5 --expression element --function is-prime"
            + " | --expression and --function exclude each other",
        "map --array range:0:5 --expression x^2"
            + " | expression: no variable 'x' at column 1; there is element, e, inf, nan, pi",
        "sweep -p x=1..100 --expression x^2 | parameter 'x': '1..100' is written range:1:100:1,"
            + " which ends before 100 (quote it if a text is meant)",
        "sweep -p x=9...1 --expression x^2 | parameter 'x': '9...1' is written range:9:1:-1,"
            + " which ends before 1 (quote it if a text is meant)",
        "sweep -p x=0.5..2 --expression x^2 | parameter 'x': '0.5..2' is written"
            + " range:0.5:2:step, without its end, or linspace:0.5:2:n (quote it if a text is"
            + " meant)",
        "map --array 1..100 --expression element^2 | '1..100' is written range:1:100:1, which ends"
            + " before 100 (quote it if a text is meant)",
        "map --array 1..3,5..7 --expression element^2 | array '1..3,5..7': '1..3' is written"
            + " range:1:3:1, which ends before 3 (quote it if a text is meant)",
        "sweep -p x=1:100 --expression x^2 | parameter 'x': numbers in steps are written"
            + " range:a:b:step, and n of them linspace:a:b:n (quote a text)",
        "sweep -p x=linspace(0,1,3) --expression x^2 | parameter 'x': it is written linspace:0:1:3",
        "sweep -p x=1,2,red --expression x^2 | parameter 'x': it mixes numbers and texts, such as"
            + " 'red'; quote the numbers if they are meant as texts",
        "sweep -p x=red,green --expression sin(x)"
            + " | expression: a text at column 5 is used as a number",
        "sweep -p x=1 | no model: give --expression TEXT or --command LINE or --model NAME;"
            + " there is driven-oscillator, normal-sum",
      })
  void whatIsWrongIsSaidInOneLine(String line, String expected) {
    BadInput.check(CommandRun.of(line), line, expected);
  }
}
