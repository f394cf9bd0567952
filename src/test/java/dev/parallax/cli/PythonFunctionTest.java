package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.PythonCell;
import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of Python's, as the package sends them, from the command line. */
class PythonFunctionTest {
  private static final List<String> ENGINES =
      List.of(
          "--serial --slices 7",
          "--master threads[3] --slices 5",
          "--master local[1]",
          "--master local[2] --slices 3",
          "--master local[5] --slices 11");

  /** Each function that the tests run; one start of Python writes them all. */
  private static final String CELL =
      """
      def sweep(name, f, *parameters):
          F.write(name + ".zip", f, parameters=[(p, "float") for p in parameters])

      def over(name, f, kind="int", **more):
          F.write(name + ".zip", f, parameters=[("element", kind)], call="element", **more)

      def shapes(x, y, rng):
          if x == 3 and y == 1:
              raise ValueError(f"no value at {x:g}, {y:g}")
          return {"sum": x + y, "name": f"{x:g}/{y:g} \\u00e9", "big": x > 2,
                  "noise": rng.normal(), "line": np.array([x, y, rng.random()])}
      sweep("shapes", shapes, "x", "y")

      once = os.path.abspath("once")
      def dies_once(n):
          if n == 37 and not os.path.exists(once):
              open(once, "w").close()
              os.kill(os.getpid(), 9)
          return n * n
      over("dies_once", dies_once)
      over("squares", lambda n: n * n)

      def dies(n):
          if n == 37:
              os._exit(7)
          return n * n
      over("dies", dies)
      over("sleeps", lambda n: time.sleep(30) if n == 5 else n / 2)
      over("mixed", lambda n: [0, 0.5, True, None, "text", 2**60, np.float32(0.25)][n])
      over("objects", lambda n: list(range(n)))
      over("arrays", lambda n: np.arange(n % 3 + 1.0))
      over("things", lambda t: len(t), items=["a", (1, 2), np.zeros((3, 4)), {}])
      over("strings", lambda s: s.upper(), kind="str")
      over("random", lambda n, rng: rng.integers(2**40))
      F.write("huge.zip", lambda element: float(element % 7), parameters=[], call="element")
      over("prints", lambda n: print("a line", n) or n)
      children = np.random.SeedSequence(8).spawn(3)
      print([int(np.random.Generator(np.random.SFC64(c)).integers(2**40)) for c in children])

      os.mkdir("lib")
      with open("lib/gone.py", "w") as module:
          module.write("def f(n):\\n    return n\\n")
      sys.path.insert(0, "lib")
      import gone
      over("gone", gone.f)
      os.remove("lib/gone.py")
      F.sys = type("S", (), {"executable": sys.executable, "path": [], "modules": sys.modules,
                             "version_info": (2, 7)})
      over("older", lambda n: n)
      F.sys = sys

      with open("lib/edited.py", "w") as module:
          module.write("def f(n):\\n    return n\\n")
      import edited
      over("edited", lambda n: edited.f(n))

      columns = np.zeros(5, dtype=[("distance", "f8"), ("velocity", "f8")])
      columns["distance"] = [1, 2, 3, 4, 6]
      columns["velocity"] = [1, 3, 2, 5, 4]
      F.statistic("corr.zip", lambda t: np.corrcoef(t["distance"], t["velocity"])[0, 1], columns)
      F.statistic("two.zip", lambda t: {"a": np.median(t["distance"]), "b": t["velocity"].mean()},
                  columns)
      F.statistic("pair.zip", lambda t: 1.0, columns, returns=[["a", "float"], ["b", "object"]])
      F.statistic("line.zip", lambda t: 1.0, columns, returns=[["v", "float[3]"]])
      F.statistic("some.zip", lambda t: 1 / 0 if t["distance"][0] < 0.2 else 1.0, columns)
      """;

  @TempDir private static Path folder;

  private static String printed;

  @BeforeAll
  static void functionsAreWritten() throws IOException, InterruptedException {
    printed = PythonCell.run(folder, CELL);
  }

  private static String file(String name) {
    return "--python " + folder.resolve(name + ".zip") + " ";
  }

  private static CommandRun map(int items, String function, String more) {
    return CommandRun.of(("map --array range:0:" + items + " " + file(function) + more).strip());
  }

  @Test
  void allShapesHaveOneResult() throws IOException {
    String job = "sweep -p x=1,2,3 -p y=0,1 --seed 8 " + file("shapes");
    String digest = "";
    for (String engine : ENGINES) {
      CommandRun run = CommandRun.of(job + engine);
      assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
      assertTrue(run.err().contains("item 5 failed: ValueError: no value at 3, 1"), run.err());
      assertTrue(run.out().contains("cell.py\", line"), run.out());
      assertFalse(run.out().contains("worker.py"), run.out());
      digest = digest.isEmpty() ? run.digest() : digest;
      assertEquals(digest, run.digest(), engine);
    }
    Path out = folder.resolve("shapes-out");
    CommandRun.of(job + "--serial --format csv -o " + out);
    List<String> table = Files.readAllLines(out.resolve("table.csv"));
    assertTrue(
        table.get(0).startsWith("item,x,y,sum,name,big,noise,line_0,line_1,line_2,"), table.get(0));
    assertTrue(table.get(3).startsWith("2,2.0,0.0,2.0,2/0 \u00e9,false,"), table.get(3));
  }

  @Test
  void aStatisticHasOneResultWhichIsPearsons() {
    String job = "bootstrap jobs/data/hubble.ecsv --resamples 400 --interval percentile ";
    CommandRun own = CommandRun.of(job + "--x distance --y velocity --statistic pearson --json");
    String digest = "";
    for (String engine : ENGINES) {
      CommandRun run = CommandRun.of(job + file("corr") + "--json " + engine);
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      digest = digest.isEmpty() ? run.digest() : digest;
      assertEquals(digest, run.digest(), engine);
      for (String key : List.of("estimate", "standard_error", "low", "high")) {
        assertEquals(number(own, key), number(run, key), 1e-13, key);
      }
    }
    CommandRun two = CommandRun.of(job + file("two") + "--json");
    assertEquals(ExitStatus.DONE, two.status(), two.err());
    assertTrue(two.out().contains("\"a\"") && two.out().contains("\"b\""), two.out());
    CommandRun some = CommandRun.of(job + file("some") + "--json");
    assertEquals(ExitStatus.WRONG_INPUT, some.status());
    assertEquals(
        "parallax: the function fails on the rows as they are: ZeroDivisionError: division by"
            + " zero\n",
        some.err());
  }

  private static double number(CommandRun run, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":([-0-9.eE]+)").matcher(run.out());
    assertTrue(found.find(), run.out());
    return Double.parseDouble(found.group(1));
  }

  /** A worker that is killed from outside, or ends by itself. */
  @Test
  void aLostWorkerLosesNoItem() {
    String digest = map(80, "squares", "--serial").digest();
    CommandRun lost = map(80, "dies_once", "--master threads[2] --slices 2");
    assertEquals(ExitStatus.DONE, lost.status(), lost.err());
    assertEquals(digest, lost.digest());
    CommandRun dies = map(80, "dies", "--master threads[2] --slices 3");
    assertEquals(ExitStatus.FAILED_ITEMS, dies.status());
    assertEquals(
        "parallax: item 37 failed: ScriptException: the Python process ended with exit status 7\n",
        dies.err());
    assertEquals(dies.digest(), map(80, "dies", "--serial").digest());
  }

  @Test
  void aLimitHitsTheItemThatIsSlow() {
    CommandRun run = map(8, "sleeps", "--master threads[2] --slices 2 --item-timeout 3s");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status());
    assertTrue(run.err().startsWith("parallax: item 5 failed: "), run.err());
    assertTrue(run.out().contains("failed: 1 of 8 items"), run.out());
  }

  @Test
  void aResultOfAnotherKindFailsAlone() {
    CommandRun run = map(7, "mixed", "--serial --json");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status());
    for (String part :
        List.of(
            "\"count\":4", // 0, 0.5, true and 0.25
            "'value' is None, where the first item gave a number",
            "'value' is str 'text', where the first item gave a number",
            "'value' is the integer 1152921504606846976, which is not exact")) {
      assertTrue(run.out().contains(part), part + "\n" + run.out());
    }
    CommandRun arrays = map(3, "arrays", "--serial --json");
    assertTrue(
        arrays.out().contains("'value' is an array of shape (2,), where the first item gave an"),
        arrays.out());
    assertEquals(ExitStatus.DONE, map(4, "objects", "--serial").status());
  }

  @Test
  void elementsOfAnyKindGoThere() {
    CommandRun things = map(4, "things", "--serial --json");
    assertEquals(ExitStatus.DONE, things.status(), things.err());
    assertEquals(6, number(things, "sum")); // 1 + 2 + 3 + 0
    CommandRun texts = CommandRun.of("map --array red,green,gr\u00fcn " + file("strings"));
    assertTrue(texts.out().contains("'GR\u00dcN' (1)"), texts.out());
  }

  /** NumPy's own, of the item's child of the seed. */
  @Test
  void eachItemHasItsGenerator() throws IOException {
    Path out = folder.resolve("random-out");
    CommandRun run = map(3, "random", "--seed 8 --format csv -o " + out);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    List<String> values =
        Files.readAllLines(out.resolve("table.csv")).stream()
            .skip(1)
            .map(line -> new BigDecimal(line.split(",")[2]).toBigInteger().toString())
            .toList();
    assertEquals(printed.lines().findFirst().orElseThrow(), values.toString());
  }

  @Test
  void whatCannotBeLoadedIsSaidOnce() {
    CommandRun gone = map(500, "gone", "");
    assertEquals(ExitStatus.WRONG_INPUT, gone.status());
    assertEquals(
        "parallax: f cannot be loaded by a worker: ModuleNotFoundError: No module named 'gone'\n",
        gone.err());
    CommandRun older = map(500, "older", "");
    assertTrue(
        older.err().contains("the function was made by Python 2.7, and the worker runs Python 3."),
        older.err());
  }

  /** 2^53 + 1 is no double; modulo 7 it is 5, as 2^3 is 1. */
  @Test
  void wholeNumbersArriveWithAllTheirDigits() throws IOException {
    Path out = folder.resolve("huge-out");
    String array = "map --array range:9007199254740989:9007199254740996 ";
    CommandRun run = CommandRun.of(array + file("huge") + "--serial --format csv -o " + out);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    List<String> values =
        Files.readAllLines(out.resolve("table.csv")).stream()
            .skip(1)
            .map(line -> line.split(",")[2])
            .toList();
    assertEquals(List.of("1.0", "2.0", "3.0", "4.0", "5.0", "6.0", "0.0"), values);
  }

  /** Workers stay, with what they have loaded: not with modules that were edited since. */
  @Test
  void aModuleThatWasEditedIsLoadedAnew() throws IOException {
    assertEquals(10, number(map(5, "edited", "--json"), "sum"));
    Files.writeString(folder.resolve("lib/edited.py"), "def f(n):\n    return 100 * n\n");
    assertEquals(1000, number(map(5, "edited", "--json"), "sum"));
  }

  @Test
  void whatIsNoFunctionIsRefused() {
    assertEquals(
        "parallax: nowhere.zip: no such file\n",
        CommandRun.of("map --array range:0:3 --python nowhere.zip").err());
    assertEquals(
        "parallax: README.md: is no function of the package parallax\n",
        CommandRun.of("sweep -p x=1,2 --python README.md").err());
    assertTrue(
        CommandRun.of("bootstrap jobs/data/hubble.ecsv " + file("squares"))
            .err()
            .endsWith("squares.zip: is a function of points, not one of rows\n"));
    String hubble = "bootstrap jobs/data/hubble.ecsv ";
    assertEquals(
        "parallax: a statistic gives single numbers, and 'b' of a lambda is object\n",
        CommandRun.of(hubble + file("pair").strip()).err());
    assertEquals(
        "parallax: a statistic gives single numbers, and 'v' of a lambda is float[3]\n",
        CommandRun.of(hubble + file("line").strip()).err());
    assertTrue(map(3, "corr", "").err().endsWith(": is a function of rows, for a bootstrap\n"));
    assertEquals(
        "parallax: --python and --function exclude each other\n",
        map(3, "squares", "--function is-prime").err());
  }
}
