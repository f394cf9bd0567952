package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.prime.IsPrime;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Origin;
import dev.parallax.text.Visible;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that lie in tables, in blocks of an earlier run and in what scripts answer. */
class HostileFilesTest {
  /** What ends a script, a comment or a part of XML, and what a terminal or a reader heeds. */
  private static final String MARKUP = "</script><script>x()</script>]]>--><!--</svg></td>&#27;";

  private static final String HIDDEN =
      "\u001B[2J\u001B]8;;http://x\u0007\u009B5n\u0085\u2029\uFEFF\u061C\u2066\u00AD\b\uFFF9\uFFFE";

  private static final String NO_DTD =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";

  @TempDir private Path folder;

  private static void check(CommandRun run) {
    assertEquals(Visible.lines(run.out()), run.out());
    assertEquals(Visible.lines(run.err()), run.err());
  }

  /** The files for people: nothing hidden, and every element is one of ours. */
  private static void check(Path output) throws Exception {
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches(".*\\.(json|html|svg)|failures\\.csv")) {
          String text = Files.readString(file);
          assertEquals(Visible.lines(text), text, name);
          assertFalse(
              name.matches(".*(html|svg)") && text.contains("<script>x("),
              "it is no script of ours");
        }
        if (name.endsWith(".svg")) {
          DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
          factory.setFeature(NO_DTD, false);
          factory.newDocumentBuilder().parse(file.toFile());
        }
      }
    }
  }

  private static String yaml(String text) {
    StringBuilder all = new StringBuilder("\"");
    text.chars()
        .forEach(c -> all.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1)));
    return all.append('"').toString();
  }

  /** The names, units and notes of an ECSV file are in YAML, which can write any letter. */
  @Test
  void aTablesNamesUnitsAndNotes() throws Exception {
    String name = "v" + HIDDEN + MARKUP;
    Path table =
        Files.writeString(
            folder.resolve("t.ecsv"),
            "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n# - {name: "
                + yaml(name)
                + ", unit: "
                + yaml("km" + HIDDEN + MARKUP)
                + ", datatype: float64, description: "
                + yaml(HIDDEN)
                + "}\n# meta: {title: "
                + yaml(HIDDEN + MARKUP)
                + "}\n\""
                + name
                + "\"\n1\n2\n4\n");
    Path output = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            List.of(
                "bootstrap",
                table.toString(),
                "--statistic",
                "mean",
                "--column",
                "1",
                "--resamples",
                "60",
                "--serial",
                "--report",
                "-o",
                output.toString()));
    check(run);
    if (run.status() == ExitStatus.DONE) {
      check(output);
    } else {
      assertEquals(1, run.err().lines().count(), run.err());
      assertEquals(ExitStatus.WRONG_INPUT, run.status(), run.err());
    }
  }

  /** Texts of a sweep, the name of a parameter and that of a response. */
  @ParameterizedTest
  @ValueSource(strings = {MARKUP, HIDDEN, "\n--jar\revil.jar\n# ", "\uD800", "\u0000"})
  void aSweepsTextsAndNames(String word) throws Exception {
    Path output = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            List.of(
                "sweep",
                "-p",
                "c=\"" + word + "\",red",
                "-p",
                "n" + word.replace("=", "").replace("\"", "") + "=1,2",
                "--command",
                "awk '{ if (NR == 2) { printf \"\\033[2J</script>\" } else { print 1 } }'",
                "--responses",
                "y" + word.replace(",", ""),
                "--serial",
                "--slices",
                "1",
                "--report",
                "-o",
                output.toString()));
    check(run);
    if (run.status() == ExitStatus.WRONG_INPUT) {
      assertEquals(1, run.err().lines().count(), run.err());
      return;
    }
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    check(output);
    String job = Files.readString(output.resolve("run.job"));
    assertFalse(Pattern.compile("(?m)^\\s*--jar").matcher(job).find(), job);
  }

  /** A block that passes for one of this job's: where it was, and what failed how, in any words. */
  @Test
  void aForgedBlocksWords() throws Exception {
    String line = "map --array random:0:1000:40 --function is-prime --serial --slices 2 --report";
    assertEquals(ExitStatus.DONE, CommandRun.of(line + " -o " + folder.resolve("whole")).status());
    Path begun = Files.createDirectory(folder.resolve("begun"));
    Files.copy(folder.resolve("whole/run.job"), begun.resolve("run.job"));
    plant(begun, line);
    CommandRun run = CommandRun.of(line + " --resume -o " + begun);
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.out().contains("going on: 20 of 40"), run.out());
    check(run);
    check(begun);
  }

  private static void plant(Path begun, String line) throws IOException {
    ArrayMap map = ArrayMap.of(new IsPrime(), IntegerArray.random(0, 1000, 40));
    String job = JobTexts.requested(List.of(line.split(" "))).fingerprint();
    DiskStore store = new DiskStore(begun.resolve("blocks"), Optional.of(Origin.of(job, map)));
    Failure failure = new Failure(3, "x." + HIDDEN + MARKUP, MARKUP + HIDDEN + "\n=cmd|'x'!A0");
    store.add(
        new Outcome(
            new Block(0, 0, 20),
            new BlockResult(List.of(new Column.Booleans(new boolean[20])), List.of(failure)),
            new Effort(0.5, "there" + HIDDEN + MARKUP, 1)));
  }
}
