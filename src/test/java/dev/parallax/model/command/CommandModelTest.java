package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Failure;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that do well, and that go wrong in every way there is, at an item or altogether. */
class CommandModelTest {
  private static final int ITEMS = 20;

  @TempDir private Path folder;

  /** A script of the shell's, which writes each line at once. */
  private static String each(String body) {
    return "sh -c 'while read x; do " + body + "; done'";
  }

  private static CommandModel lines(String command) {
    return CommandModel.of(command, Protocol.LINES, List.of("value"), List.of());
  }

  private static Run run(CommandModel model, int slices, Parameter... parameters) {
    try (SequentialEngine engine = new SequentialEngine()) {
      return Runner.on(engine)
          .withSlices(slices)
          .run(Sweep.of(model, Design.factorial(parameters)));
    }
  }

  private static Run run(CommandModel model) {
    return run(model, 3, Parameter.parse("x=range:0:" + ITEMS + ":1"));
  }

  /** 10 x, but for the items that fail. */
  private static void check(Run run, List<Integer> failed, String why) {
    assertEquals(failed, run.firstFailures().stream().map(f -> (int) f.item()).toList());
    for (Failure failure : run.firstFailures()) {
      assertEquals("ScriptException: " + why.replace("#", "" + failure.item()), failure.text());
    }
    double[] expected =
        IntStream.range(0, ITEMS)
            .mapToDouble(i -> failed.contains(i) ? Double.NaN : 10 * i)
            .toArray();
    assertArrayEquals(expected, run.doubles("value"));
  }

  @Test
  void linesOfNumbersTextsAndSeveralResponses() {
    CommandModel model =
        CommandModel.of(
            "awk -F '\t' '{ print $1 * 2, length($2) }'",
            Protocol.LINES,
            List.of("twice", "letters"),
            List.of());
    Run run =
        run(model, 2, Parameter.of("x", 0.1, 1e300, -3), Parameter.of("c", "dark red", "ocre"));
    assertArrayEquals(new double[] {0.2, 0.2, 2e300, 2e300, -6, -6}, run.doubles("twice"));
    assertArrayEquals(new double[] {8, 4, 8, 4, 8, 4}, run.doubles("letters"));
  }

  @Test
  void jsonTellsNamesItemAndSeed() throws IOException {
    Path seen = folder.resolve("seen");
    CommandModel model =
        CommandModel.of(
            "sh -c 'while read -r l; do printf %s\\\\n \"$l\" >> "
                + seen
                + "; echo \"{\\\"more\\\": [1], \\\"b\\\": null, \\\"a\\\": 1.5e0}\"; done'",
            Protocol.JSON,
            List.of("a", "b"),
            List.of());
    Run run = run(model, 2, Parameter.of("x", 0.25, 3), Parameter.of("c", "say \"x\"\n"));
    assertEquals(List.of(), run.firstFailures());
    assertArrayEquals(new double[] {1.5, 1.5}, run.doubles("a"));
    assertArrayEquals(new double[] {Double.NaN, Double.NaN}, run.doubles("b"));
    long seed = new ItemSeeds(1).of(1);
    assertTrue(seed >= 0 && seed < 1L << 53);
    assertEquals(
        "{\"x\":3,\"c\":\"say \\\"x\\\"\\n\",\"parallax\":{\"item\":1,\"seed\":" + seed + "}}",
        Files.readAllLines(seen).get(1));
  }

  @Test
  void argumentsAreFilledIn() {
    CommandModel model =
        CommandModel.of(
            "sh -c 'echo $(($1 * 10)) $2; echo $3' {{x}} {x} {item} {seed}",
            Protocol.ARGS,
            List.of("value", "item", "seed"),
            List.of());
    Run run = run(model);
    check(run, List.of(), "");
    assertArrayEquals(IntStream.range(0, ITEMS).asDoubleStream().toArray(), run.doubles("item"));
    ItemSeeds seeds = new ItemSeeds(1);
    assertArrayEquals(
        IntStream.range(0, ITEMS).mapToDouble(seeds::of).toArray(), run.doubles("seed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void whatNeverFlushesGivesTheSameFromAnySlices(int slices) {
    CommandModel model =
        lines(
            "sh -c 'i=$PARALLAX_ITEM; all=; while read x; do"
                + " all=\"$all $((x * 10 + i - x))\"; i=$((i+1)); done;"
                + " for a in $all; do echo $a; done'");
    check(run(model, slices, Parameter.parse("x=range:0:" + ITEMS + ":1")), List.of(), "");
  }

  @ParameterizedTest
  @CsvSource({
    "echo sorry $x >&2; exit 3, exit status 3; stderr: sorry #",
    "kill -9 $$, exit status 137 (signal 9)",
    "exit 0, answered nothing",
    "echo too; continue, an answered 'too' which is no number",
    "echo; continue, answered an empty line",
    "echo 1 2; continue, answered 2 values instead of 1: '1 2'",
    "echo 1; echo 2; continue, answered 2 lines instead of 1: '1' '2'",
    "continue, answered nothing",
  })
  void anItemThatGoesWrongFailsAlone(String wrong, String why) {
    CommandModel model = lines(each("case $x in 5|6|13) " + wrong + ";; esac; echo ${x}0"));
    String text = // no comma in a row
        why.replaceFirst("an (answered '.*') which", "$1, which").replace("'1' '2'", "'1', '2'");
    check(run(model), List.of(5, 6, 13), text);
  }

  /** What was written before the end is lost, as it is from a buffer. */
  @ParameterizedTest
  @CsvSource({
    "kill -9 $$, exit status 137 (signal 9)",
    "exit 4, exit status 4",
    "exit 0, answered nothing",
  })
  void whatEndsWithAFullBufferIsFoundOut(String end, String why) {
    CommandModel model =
        lines(
            "sh -c 'all=; while read x; do case $x in 5|6|13) "
                + end
                + ";; esac; all=\"$all ${x}0\"; done; for a in $all; do echo $a; done'");
    check(run(model), List.of(5, 6, 13), why);
  }

  @Test
  void twoLinesForAllAreNoAnswerForAny() {
    CommandModel model = lines(each("echo $x; echo ${x}0"));
    List<Integer> all = IntStream.range(0, 10).boxed().toList();
    Run run = run(model);
    assertEquals(ITEMS, run.failed());
    assertEquals(all, run.firstFailures().stream().map(f -> (int) f.item()).limit(10).toList());
    assertEquals(
        "ScriptException: answered 2 lines instead of 1: '0', '00'",
        run.firstFailures().get(0).text());
  }

  /** One line too many, then an end: the numbers behind it belong to the points before. */
  @Test
  void answersThatAreShiftedAreNotTaken() {
    CommandModel model = lines(each("case $x in 4) echo 7;; 9|1[0-9]) exit 1;; esac; echo ${x}0"));
    Run run = run(model, 1, Parameter.parse("x=range:0:" + ITEMS + ":1"));
    double[] values = run.doubles("value");
    for (int i = 0; i < ITEMS; i++) {
      assertEquals(i == 4 || i >= 9 ? Double.NaN : 10 * i, values[i], "item " + i);
    }
  }

  @Test
  void aProgramThatFailsAtItsEndFails() {
    CommandModel model = lines(each("echo ${x}0").replace("done'", "done; exit 2'"));
    Run run = run(model);
    assertEquals(ITEMS, run.failed());
    assertEquals(
        "ScriptException: answered, then exit status 2", run.firstFailures().get(0).text());
  }

  @Test
  void theLastLinesOfTheErrorsAreKept() {
    CommandModel model =
        lines(
            "sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do"
                + " echo line $i ------------------------------------------------------ >&2;"
                + " done; echo the reason >&2; exit 1'");
    Failure failure = run(model).firstFailures().get(0);
    assertEquals("ScriptException: exit status 1; stderr: the reason", failure.text());
    assertTrue(failure.trace().startsWith("... line "), failure.trace());
    assertTrue(failure.trace().endsWith("-\nthe reason"), failure.trace());
    assertTrue(failure.trace().length() <= 1000, failure.trace());
  }

  /** More errors than a pipe holds; and answers that are all written at the end. */
  @Test
  void aProgramNeverWaitsForAReader() {
    int items = 30_000;
    CommandModel model =
        lines("awk '{ print \"a line that nobody reads \" > \"/dev/stderr\"; print $1 * 10 }'");
    Run run = run(model, 2, Parameter.parse("x=range:0:" + items + ":1"));
    assertEquals(0, run.failed());
    assertEquals(10.0 * (items - 1), run.doubles("value")[items - 1]);
  }

  @Test
  void promptOnesAnswerOneAfterAnother() {
    check(run(lines(each("echo ${x}0")).withLimit(Duration.ofSeconds(30))), List.of(), "");
    CommandModel twice =
        lines(each("echo ${x}0; case $x in 5) echo 1; esac")).withLimit(Duration.ofSeconds(30));
    Run run = run(twice);
    assertEquals(1, run.failed());
    assertEquals(5, run.firstFailures().get(0).item());
    CommandModel dying =
        lines(each("case $x in 5) exit 1; esac; echo ${x}0")).withLimit(Duration.ofSeconds(30));
    check(run(dying), List.of(5), "exit status 1");
  }

  @Test
  void filesLieInAFolderOfTheirOwn() throws IOException {
    Path script = Files.writeString(folder.resolve("ten.sh"), "while read x; do . ./more; done\n");
    Path more =
        Files.writeString(folder.resolve("more"), "echo ${x}0; pwd > " + folder + "/where\n");
    CommandModel model =
        CommandModel.of("sh ten.sh", Protocol.LINES, List.of("value"), List.of(script, more));
    check(run(model), List.of(), "");
    Path where = Path.of(Files.readString(folder.resolve("where")).strip());
    assertFalse(Files.exists(where), "the folder is deleted");
    assertFalse(where.equals(Path.of("").toAbsolutePath()));
  }

  private static long running(String argument) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(argument))
        .count();
  }

  @Test
  void nothingOutlivesAnInterruptedRun() throws InterruptedException {
    String mark = "2718.28" + ProcessHandle.current().pid();
    CommandModel model = lines("sh -c 'read x; sleep " + mark + " & sleep " + mark + "; echo 1'");
    Thread main = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              while (running(mark) < 3) { // the shell and what it starts
                Thread.onSpinWait();
              }
              main.interrupt();
            });
    other.start();
    assertThrows(CancellationException.class, () -> run(model));
    assertTrue(Thread.interrupted(), "who waits above is told too");
    other.join();
    for (int i = 0; i < 100 && running(mark) > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertEquals(0, running(mark));
  }

  /** What it started holds its output open. */
  @Test
  void anEndIsAnEndEvenIfSomethingStaysBehind() {
    CommandModel model = lines("sh -c 'sleep 5 & while read x; do echo ${x}0; done'");
    check(run(model, 1, Parameter.parse("x=range:0:" + ITEMS + ":1")), List.of(), "");
  }

  @Test
  void aTextThatBreaksALineIsNotTold() {
    Run run = run(lines(each("echo 1")), 1, Parameter.of("c", "a", "b\tc", "d"));
    assertEquals(1, run.failed());
    assertEquals(
        "ScriptException: the text of 'c' has a tab or a line end; --protocol json can tell it",
        run.firstFailures().get(0).text());
    assertArrayEquals(DoubleStream.of(1, Double.NaN, 1).toArray(), run.doubles("value"));
  }
}
