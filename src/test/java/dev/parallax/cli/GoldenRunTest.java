package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Side;
import dev.parallax.bootstrap.interval.Transform;
import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.cli.process.ExitWatch;
import dev.parallax.model.builtin.BuiltIn;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.TableFormat;
import dev.parallax.workload.sweep.DesignKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The golden run: some hundreds of command lines, and all that each of them did, as it was
 * recorded: exit status, standard output, standard error, and every file written. What a user sees
 * changes only where a change of the records says so.
 *
 * <p>The command lines are in {@code src/test/resources/golden/lines}, a file for each group. The
 * lines of a group run in order, in one folder: {@code IN} stands for its inputs, which are those
 * in {@code golden/input} and {@code jobs/data}, and {@code OUT} for where output folders go. To
 * add a command line, write it into a list and record anew:
 *
 * <pre>mvn test -Dtest=GoldenRunTest -Dgolden.record</pre>
 *
 * <p>That writes {@code src/test/resources/golden/expected}; look at its difference before it is
 * committed. Without the property, nothing is written there. Times are left out, see {@link
 * GoldenTimes}, and so are pictures where the machine's fonts are others, see {@link GoldenFonts}.
 */
class GoldenRunTest {
  private static final String RECORD = "golden.record";
  private static final int SHOWN = 6;
  private static final Pattern FOLDER = Pattern.compile("OUT/[A-Za-z0-9_-]+");
  private static final Pattern SECTION = Pattern.compile("(?m)^(?=\\$ )");

  @TempDir private Path folder;

  /** The project's folder, wherever the tests run. */
  private static Path project() {
    try {
      Path here = Path.of(GoldenRunTest.class.getResource("/golden").toURI());
      while (!Files.exists(here.resolve("pom.xml"))) {
        here = here.getParent();
      }
      return here;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path golden(String name) {
    return project().resolve("src/test/resources/golden").resolve(name);
  }

  private static List<Path> files(Path of) {
    try (Stream<Path> files = Files.list(of)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String group(Path list) {
    return list.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  @TestFactory
  Stream<DynamicTest> everyCommandLineDoesWhatWasRecorded() {
    return files(golden("lines")).stream()
        .map(list -> DynamicTest.dynamicTest(group(list), () -> check(list)));
  }

  private void check(Path list) throws IOException {
    String record = new Scratch(folder.resolve(group(list))).record(GoldenLine.all(list));
    Path expected = golden("expected").resolve(list.getFileName());
    if (System.getProperty(RECORD) != null) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, record);
      return;
    }
    String recorded = Files.exists(expected) ? Files.readString(expected) : "";
    compare(
        SECTION.split(GoldenFonts.comparable(recorded)),
        SECTION.split(GoldenFonts.asFarAs(record, recorded)));
  }

  private static void compare(String[] recorded, String[] now) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(recorded.length, now.length); i++) {
      String before = i < recorded.length ? recorded[i] : "";
      String after = i < now.length ? now[i] : "";
      if (!before.equals(after)) {
        differences.add(difference(before, after));
      }
      if (!before.lines().findFirst().equals(after.lines().findFirst())) {
        break; // lines were added or removed: what follows says no more
      }
    }
    if (!differences.isEmpty()) {
      fail(
          differences.size()
              + " command lines did something else than was recorded (to record anew: "
              + "mvn test -Dtest=GoldenRunTest -D"
              + RECORD
              + ")\n\n"
              + differences.stream().limit(SHOWN).collect(Collectors.joining("\n")));
    }
  }

  /** The command line, where they part, and the first lines from there on. */
  private static String difference(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int from = 0;
    while (from < Math.min(old.size(), now.size()) && old.get(from).equals(now.get(from))) {
      from++;
    }
    String line = now.isEmpty() ? old.get(0) : now.get(0);
    String where =
        now.stream().limit(from).filter(l -> !l.startsWith("| ")).reduce("", (a, b) -> b);
    return line + "\n  " + where + "\n" + some("recorded", old, from) + some("now", now, from);
  }

  private static String some(String label, List<String> lines, int from) {
    return lines.stream()
        .skip(from)
        .limit(SHOWN)
        .map(line -> "  " + label + " " + line + "\n")
        .collect(Collectors.joining());
  }

  /** A folder in which the lines of a group run. */
  private static final class Scratch {
    private final Path folder;
    private final Map<String, Map<String, String>> seen = new HashMap<>();
    private final GoldenFiles kept = new GoldenFiles(this::shown);

    Scratch(Path folder) throws IOException {
      this.folder = folder;
      Files.createDirectories(folder.resolve("in"));
      Files.createDirectories(folder.resolve("out"));
      List<Path> inputs = new ArrayList<>(GoldenRunTest.files(golden("input")));
      inputs.addAll(GoldenRunTest.files(project().resolve("jobs/data")));
      for (Path input : inputs) {
        Path copy = folder.resolve("in").resolve(input.getFileName().toString());
        if (input.toString().endsWith(".job")) {
          Files.writeString(copy, filled(Files.readString(input)));
        } else {
          Files.copy(input, copy);
        }
      }
    }

    private String filled(String text) {
      return text.replaceAll("\\bIN\\b", folder.resolve("in").toString())
          .replaceAll("\\bOUT\\b", folder.resolve("out").toString());
    }

    /** A text with no place of this machine and no time of this run in it. */
    private String shown(String text) {
      return GoldenTimes.without(
          text.replace(folder.resolve("in").toString(), "IN")
              .replace(folder.resolve("out").toString(), "OUT")
              .replace("--home " + Path.of("").toAbsolutePath() + "\n", "--home HERE\n"));
    }

    String record(List<GoldenLine> lines) {
      return lines.stream().map(this::record).collect(Collectors.joining());
    }

    private String record(GoldenLine line) {
      CommandRun run = CommandRun.of(line.words().stream().map(this::filled).toList());
      return "$ "
          + line.text()
          + "\nstatus "
          + run.status()
          + "\n"
          + stream("out", run.out())
          + stream("err", run.err())
          + written(line);
    }

    private String stream(String name, String text) {
      return text.isEmpty() ? "" : "--- " + name + "\n" + GoldenFiles.indented(shown(text));
    }

    private String written(GoldenLine line) {
      StringBuilder text = new StringBuilder();
      Matcher named = FOLDER.matcher(line.text());
      while (named.find()) {
        Map<String, String> now = kept.all(folder.resolve("out" + named.group().substring(3)));
        Map<String, String> before = seen.getOrDefault(named.group(), Map.of());
        text.append(GoldenFiles.changes(named.group(), before, now));
        seen.put(named.group(), now);
      }
      return text.toString();
    }
  }

  @Test
  void everyRecordIsThatOfAList() {
    assertEquals(
        files(golden("lines")).stream().map(GoldenRunTest::group).toList(),
        files(golden("expected")).stream().map(GoldenRunTest::group).toList());
  }

  private static Set<String> words() {
    return files(golden("lines")).stream()
        .flatMap(list -> GoldenLine.all(list).stream())
        .flatMap(line -> line.words().stream())
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> wordsOfCommands() {
    Map<String, Set<String>> words = new TreeMap<>();
    files(golden("lines")).stream()
        .flatMap(list -> GoldenLine.all(list).stream())
        .forEach(
            line ->
                words
                    .computeIfAbsent(line.words().get(0), name -> new TreeSet<>())
                    .addAll(line.words()));
    return words;
  }

  @Test
  void everyOptionOfEveryCommandIsInAList() {
    try (ExitWatch watch = new ExitWatch(new PrintWriter(System.err, true))) {
      CommandLine all = new CommandLine(new RootCommand(watch));
      Map<String, Set<String>> words = wordsOfCommands();
      Set<String> missing = new TreeSet<>();
      for (Map.Entry<String, CommandLine> command : all.getSubcommands().entrySet()) {
        for (OptionSpec option : command.getValue().getCommandSpec().options()) {
          Set<String> given = words.getOrDefault(command.getKey(), Set.of());
          if (Stream.of(option.names()).noneMatch(given::contains)) {
            missing.add(command.getKey() + " " + option.longestName());
          }
        }
      }
      assertEquals(
          Set.of(),
          missing,
          "no command line in src/test/resources/golden/lines has these; put one there, record anew"
              + " (mvn test -Dtest=GoldenRunTest -Dgolden.record) and look at the difference");
    }
  }

  private static Stream<Enum<?>> constants() {
    return Stream.<Enum<?>[]>of(
            BlockKind.values(),
            ErrorMode.values(),
            IntervalMethod.values(),
            ResamplingKind.values(),
            Side.values(),
            TableFormat.values(),
            Transform.values())
        .flatMap(Stream::of);
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  @Test
  void everyBuiltInNameIsInAList() {
    Set<String> names = new TreeSet<>(BuiltIn.MODELS.names());
    names.addAll(BuiltIn.FUNCTIONS.names());
    names.addAll(DesignKind.names(kind -> true));
    constants().map(GoldenRunTest::written).forEach(names::add);
    Statistics.names().forEach(name -> names.add(name.replaceFirst(":[pf]$", ":")));
    Set<String> given =
        words().stream()
            .flatMap(word -> Arrays.stream(word.split(",")))
            .flatMap(word -> Stream.of(word, word.replaceFirst(":[0-9.]+$", ":")))
            .collect(Collectors.toSet());
    names.removeAll(given);
    assertEquals(
        Set.of(),
        names,
        "no command line in src/test/resources/golden/lines has these: put one there, record anew"
            + " (mvn test -Dtest=GoldenRunTest -Dgolden.record) and look at the difference");
  }
}
