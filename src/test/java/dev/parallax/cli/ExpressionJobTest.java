package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        "sweep -p x=1 | no model: give --expression TEXT or --command LINE or --model NAME;"
            + " there is driven-oscillator, normal-sum",
      })
  void whatIsWrongIsSaidInOneLine(String line, String expected) {
    BadInput.check(CommandRun.of(line), line, expected);
  }
}
