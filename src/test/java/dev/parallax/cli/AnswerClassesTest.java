package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.Point;
import dev.parallax.model.PointFunction;
import dev.parallax.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes by name that answer values of any type, from the command line. */
class AnswerClassesTest {
  private static final String HERE = "dev.parallax.cli.AnswerClassesTest$";

  /** How a stone falls. */
  public static final class Fall implements PointFunction.ToObject {
    private static final long serialVersionUID = 1L;

    /** What becomes of it. */
    public record Fate(String kind, long bounces, boolean far, double[] track) {}

    @Override
    public List<String> parameters() {
      return List.of("speed", "world");
    }

    @Override
    public Fate apply(Point point, RandomStream random) {
      double speed = point.number("speed");
      double[] track = {speed, random.nextDouble()};
      return new Fate(
          point.text("world") + (speed > 1 ? " fast" : " slow"),
          (long) speed,
          speed > 1,
          speed == 3 ? new double[0] : track);
    }
  }

  /** A plain function. */
  public static final class Half implements PointFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public double apply(Point point, RandomStream random) {
      return point.number("x") / 2;
    }
  }

  /** Of an integer. */
  public static final class Parity implements ElementFunction.ToObject {
    private static final long serialVersionUID = 1L;

    @Override
    public String response() {
      return "parity";
    }

    @Override
    public Object apply(long element, RandomStream random) {
      return element % 2 == 0 ? "even" : "odd";
    }
  }

  /** Of a real number. */
  public static final class Powers implements ElementFunction.OfRealToObject {
    private static final long serialVersionUID = 1L;

    @Override
    public Object apply(double element, RandomStream random) {
      return new double[] {element, element * element};
    }
  }

  /** Of a text. */
  public static final class Shout implements ElementFunction.OfTextToObject {
    private static final long serialVersionUID = 1L;

    @Override
    public Object apply(String element, RandomStream random) {
      return element + "!";
    }
  }

  private static CommandRun done(String line) {
    CommandRun run = CommandRun.of(line.replace("$", HERE));
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    return run;
  }

  @Test
  void aModelOfAnyAnswerOnEveryEngine() {
    String line = "sweep -p speed=0,1,2 -p world=moon,earth --model $Fall --json ";
    String digest = done(line + "--serial").digest();
    for (String engine :
        List.of(
            "--master threads[2] --verify 6",
            "--master local[1]",
            "--master local[2]",
            "--master local[5] --slices 5")) {
      assertEquals(digest, done(line + engine).digest(), engine);
    }
  }

  @Test
  void aVectorOfAnotherLengthFailsItsItemAlone(@TempDir Path folder) throws IOException {
    CommandRun run =
        CommandRun.of(
            "sweep -p speed=0,3,2 --set world=moon --serial --format csv --model "
                + (HERE + "Fall -o " + folder.resolve("a")));
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(
        run.out().contains("IllegalStateException: 'track' has 0 numbers instead of 2"), run.out());
    List<String> table = Files.readAllLines(folder.resolve("a/table.csv"));
    assertTrue(table.get(0).startsWith("item,speed,kind,bounces,far,track_0,track_1,"));
    assertTrue(table.get(2).startsWith("1,3.0,,,,,,failed,"), table.get(2));
    assertTrue(table.get(3).startsWith("2,2.0,moon fast,2,true,2.0,0."), table.get(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "map --array range:0:5 --function $Parity | parity   2 texts: 'even' (3), 'odd' (2)",
        "map --array 1,2.5 --function $Powers | value[2]   means 1.75 .. 3.625, min 1, max 6.25",
        "map --array 1,2 --function $Powers | value[2]   means 1.5 .. 2.5, min 1, max 4",
        "map --array red,blue --function $Shout | value   2 texts: 'red!' (1), 'blue!' (1)",
        "map --array 1,2 --function $Shout | value   2 texts: '1!' (1), '2!' (1)",
        "sweep -p x=1,2 --model $Half | value   mean 0.75, sd 0.353553391, min 0.5, max 1, sum 1.5",
      })
  void everyKindOfFunction(String line, String summary) {
    CommandRun run = done(line + " --serial");
    assertTrue(run.out().contains("  " + summary), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "sweep -p speed=1 --model $Fall | the model's parameter 'world' has no values",
        "sweep -p sped=1 -p world=moon --model $Fall"
            + " | no parameter 'sped'; did you mean 'speed'?",
        "sweep -p speed=1 -p world=moon --set g=2 --model $Fall"
            + " | no parameter 'g'; there is speed, world",
        "sweep -p speed=1 -p world=moon --model $Fall --best max:kind"
            + " | --best max:kind: response 'kind' is a text; a number can be best",
        "map --array red,blue --function $Powers"
            + " | the function is one of numbers, and the array has texts",
        "map --array 1,2.5 --function $Parity"
            + " | the function is one of integers, and the array has real numbers",
        "map --array 1,2 --function $Parity --map-slice | function '$Parity' takes one integer at a"
            + " time; --map-slice wants an OfSlice",
      })
  void whatDoesNotFitIsSaidInOneLine(String line, String expected) {
    String command = line.replace("$", HERE);
    BadInput.check(CommandRun.of(command), command, expected.replace("$", HERE));
  }
}
