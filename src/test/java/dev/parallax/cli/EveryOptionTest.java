package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.ExitWatch;
import dev.parallax.identity.Effects;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command is either one on which the numbers do not depend, and then they do
 * not, or is kept in {@code run.job}, which runs again to the same numbers.
 */
class EveryOptionTest {
  private static final Pattern DIGEST = Pattern.compile("\"digest\"\\s*:\\s*\"([0-9a-f]{64})\"");

  /** What prints something else than the numbers of a run. */
  private static final Set<String> NO_RUN =
      Set.of("--help", "--version", "--dry-run", "--replicate");

  private static final Map<String, String> BASE =
      Map.of(
          "sweep", "sweep -p x=1,2,3 --expression v=x+uniform()",
          "map", "map --array random:0:100:20 --expression element+uniform()",
          "bootstrap",
              "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
                  + " --resamples 60");

  /** Lines that have all options that say what is computed; T and D are tables, J a jar. */
  private static final Map<String, List<String>> JOBS =
      Map.of(
          "sweep",
          List.of(
              "sweep --parameter x=uniform:0:1 --design sobol --samples 5 --scramble"
                  + " --expression x",
              "sweep -p x=1,2,3 --design one-at-a-time --baseline x=2 --expression x",
              "sweep --points T --where x>1 --log10 x --expression x+y --keep-going",
              "sweep -p mu=1,2 -p sigma=1 --model normal-sum --set draws=5 --replications 2"
                  + " --unit mu=m --describe sum=length",
              "sweep -p x=1,2 --command cat --protocol lines --responses y --file T --nan-fails",
              "sweep -p x=1,2 --expression x+uniform() --seed 3 --jar J"
                  + " --max-failures 5 --item-timeout 60s",
              "sweep -p x=1,2 --expression x+uniform() --fail-fast --best min:value",
              "sweep --points D --header yes --delimiter semicolon --decimal-comma"
                  + " --expression x+k"),
          "map",
          List.of(
              "map --array range:0:9 --function is-prime --map-slice --seed 4 --jar J --fail-fast",
              "map --array range:0:9 --expression element --nan-fails --max-failures 2"
                  + " --item-timeout 60s --unit value=m --describe element=place",
              "map --array range:0:9 --command cat --protocol lines --responses y --file T"
                  + " --keep-going",
              "map --array column:D:k --header 1 --delimiter ; --decimal-comma"
                  + " --expression element"),
          "bootstrap",
          List.of(
              "bootstrap T --x x --y y --statistic pearson --error x=e --error y=f"
                  + " --error-covariance c --error-mode perturb --resamples 30",
              "bootstrap T --x x --y y --statistic kendall --limit y=l --resamples 30"
                  + " --keep-going",
              "bootstrap T --expression v=sum(x*y)/sum(x) --error x=e --resamples 30",
              "bootstrap T --x x --y y --given s --statistic partial-correlation --resamples 30",
              "bootstrap T --column x --by g --statistic difference:mean --where x<100 --log10 x"
                  + " --strata s --resamples 30 --permutation-test --alternative less",
              "bootstrap D --column x --statistic mean --resamples 30 --header yes"
                  + " --delimiter semicolon --decimal-comma",
              "bootstrap T --column x --statistic mean --cluster s --resamples 30 --seed 5"
                  + " --resampling rows --level 0.9 --interval basic --side lower --jar J",
              "bootstrap T --column x --statistic mean --weights e --resamples 30 --fail-fast",
              "bootstrap T --columns x --command awk~'NR>1{print~$1}' --protocol lines"
                  + " --responses first --file T --resamples 30",
              "bootstrap T --column x --statistic mean --block moving --block-length 2"
                  + " --transform log --interval normal --resamples 30",
              "bootstrap T --column x --statistic mean --jackknife-after-bootstrap"
                  + " --until-error 0.05 --resamples 200 --max-failures 3 --item-timeout 60s"));

  @TempDir private Path folder;
  private Path table;
  private Path decimal;
  private int count;

  @BeforeEach
  void makeTable() throws IOException {
    table = folder.resolve("t.csv");
    StringBuilder text = new StringBuilder("x,y,e,f,c,l,g,s\n");
    for (int i = 1; i <= 12; i++) {
      String cells = i + 0.5 + "," + (i * 7 % 12 + 0.25) + ",0.1,0.2,0.001," + (i == 5 ? 1 : 0);
      text.append(cells).append(i % 2 == 0 ? ",a," : ",b,").append((i - 1) / 4).append('\n');
    }
    Files.writeString(table, text);
    decimal = Files.writeString(folder.resolve("d.csv"), "x;k\n1,5;2\n2,25;3\n0,75;5\n");
  }

  private static Path jar() {
    return Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private String filled(String line) {
    return line.replace(" T", " " + table)
        .replace(" D", " " + decimal)
        .replace(":D:", ":" + decimal + ":")
        .replace(" J", " " + jar());
  }

  /** Runs a line with a folder of its own; the folder. */
  private Path run(String line) {
    Path made = folder.resolve("run" + count++);
    return run(line + " -o " + made, made);
  }

  private static Path run(String line, Path made) {
    CommandRun run = CommandRun.of(line);
    assertEquals("", run.err(), line);
    assertEquals(ExitStatus.DONE, run.status(), line);
    return made;
  }

  private static String digest(Path run) throws IOException {
    Matcher found = DIGEST.matcher(Files.readString(run.resolve("summary.json")));
    assertTrue(found.find(), run::toString);
    return found.group(1);
  }

  private static List<OptionSpec> options(String command) {
    try (ExitWatch watch = new ExitWatch(new PrintWriter(System.err, true))) {
      CommandLine all = new RootCommand(watch).commands();
      return all.getSubcommands().get(command).getCommandSpec().options().stream()
          .filter(option -> !NO_RUN.contains(option.longestName()))
          .filter(option -> !option.hidden()) // the Python package's; PythonFunctionTest has it
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sweep", "map", "bootstrap"})
  void whatTheNumbersDependOnIsKept(String command) throws IOException {
    Set<String> missing = new TreeSet<>();
    options(command).stream()
        .filter(option -> Effects.of(option).isOfTheJob())
        .map(OptionSpec::longestName)
        .forEach(missing::add);
    List<String> lines = new ArrayList<>(JOBS.get(command));
    lines.add(BASE.get(command));
    for (String line : lines) {
      Path made = run(filled(line) + " --serial");
      List<String> kept = Files.readAllLines(made.resolve("run.job"));
      for (OptionSpec option : options(command)) {
        boolean given = List.of(option.names()).stream().anyMatch((line + " ")::contains);
        boolean there =
            kept.stream().anyMatch(l -> l.split("[ =]")[0].equals(option.longestName()));
        boolean job = Effects.of(option).isOfTheJob();
        if (given && isGiven(line, option)) {
          assertEquals(job, there, option.longestName() + " in " + kept);
          missing.remove(option.longestName());
        }
      }
      Path again = run("@" + made.resolve("run.job") + " --serial");
      assertEquals(digest(made), digest(again), line);
    }
    assertEquals(Set.of(), missing, "no job here has these options");
  }

  private static boolean isGiven(String line, OptionSpec option) {
    List<String> words = List.of(line.split(" "));
    return List.of(option.names()).stream().anyMatch(words::contains);
  }

  /** How each of the options under that heading can be given, to a run on one core. */
  private Map<String, String> how() throws IOException {
    Path settings = Files.writeString(folder.resolve("settings"), "spark.ui.enabled false\n");
    String spark = " --master local[1] ";
    return Map.ofEntries(
        Map.entry("--master", " --master threads[2]"),
        Map.entry("--properties-file", spark + "--properties-file " + settings),
        Map.entry("--event-log", spark + "--event-log " + folder.resolve("events")),
        Map.entry("--ui", spark + "--ui"),
        Map.entry("--serial", " --serial"),
        Map.entry("--slices", " --serial --slices 3"),
        Map.entry("--scatter", " --serial --slices 3 --scatter cyclic"),
        Map.entry("--compare-serial", spark + "--compare-serial"),
        Map.entry("--output", " --serial"),
        Map.entry("--format", " --serial --format csv"),
        Map.entry("--csv-safe", " --serial --format csv --csv-safe"),
        Map.entry("--report", " --serial --report"),
        Map.entry("--json", " --serial --json"),
        Map.entry("--quiet", " --serial --quiet"),
        Map.entry("--resume", " --serial --resume"),
        Map.entry("--verify", " --serial --verify 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sweep", "map", "bootstrap"})
  void theNumbersDoNotDependOnTheOthers(String command) throws IOException {
    String base = BASE.get(command);
    Path first = run(base + " --serial");
    String digest = digest(first);
    Map<String, String> how = how();
    for (OptionSpec option : options(command)) {
      String name = option.longestName();
      if (name.equals("--retry-failed")) {
        assertEquals(digest, digest(run(base + " --serial --retry-failed -o " + first, first)));
      } else if (!Effects.of(option).isOfTheJob()) {
        assertTrue(how.containsKey(name), () -> name + " is not tried here");
        assertEquals(digest, digest(run(base + how.get(name))), name);
      }
    }
  }

  @Test
  void theHelpTellsThemApart() {
    for (String command : BASE.keySet()) {
      String help = CommandRun.of(command + " --help").out();
      int run = help.indexOf("\nThe options below do not change the numbers.\n");
      for (OptionSpec option : options(command)) {
        Matcher line =
            Pattern.compile("^ .*" + option.longestName() + "\\b", Pattern.MULTILINE).matcher(help);
        assertTrue(line.find(), option.longestName());
        assertEquals(!Effects.of(option).isOfTheJob(), line.start() > run, line.group());
      }
      for (String limit : List.of("--fail-fast", "--max-failures", "--item-timeout")) {
        assertTrue(help.indexOf(limit) < run, limit);
      }
    }
  }

  /** On a limit it depends which items fail; one that is tried again may have another. */
  @Test
  void aRunGoesOnWithinItsTimeLimit() {
    String line = BASE.get("sweep") + " --serial -o " + folder.resolve("run");
    run(line + " --item-timeout 50s --max-failures 3", folder);
    CommandRun other = CommandRun.of(line + " --item-timeout 60s --resume");
    assertEquals(ExitStatus.WRONG_INPUT, other.status());
    assertTrue(
        other
            .err()
            .contains(
                "has another run: --item-timeout 50s there, --item-timeout 60s here;"
                    + " name a new folder, or give --retry-failed"),
        other.err());
    run(line + " --item-timeout 60s --retry-failed", folder);
    run(line + " --item-timeout 60s --resume --fail-fast", folder);
  }

  /** Of a run that was made longer until it was precise enough, all items may be verified. */
  @Test
  void itemsOfAllRoundsAreVerified() {
    String line =
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic mean --serial"
            + " --resamples 100 --interval percentile --until-error 0.005 --verify 300 --json";
    CommandRun run = CommandRun.of(line);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("\"verified\":300"), run.out());
  }
}
