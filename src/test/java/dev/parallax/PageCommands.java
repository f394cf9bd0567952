package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the commands of the pages, in their order, and compares what they print with what is shown.
 * A folder {@code runs/NAME} is another one in truth; a page may fill it with a script of the
 * project, and look into it with {@code head} or {@code cat}.
 */
final class PageCommands {
  /** A command of a page, and the output it shows there, if any. */
  record Shown(String command, String output) {
    /** Whether it is a script in Python, or a job that has one, or looks at what that left. */
    boolean needsPython() {
      return command.contains("python3 ") || command.contains("photometry");
    }

    int status() {
      boolean failed =
          output.contains("\n  failed: ") || output.contains("\nparallax: stopped as ");
      return output.startsWith("parallax: ") ? 2 : failed ? 3 : 0;
    }
  }

  /** What a job ran on and why, which hangs on the machine. */
  private static final String CHOICE = "^  on (\\S+ threads?|Spark): .*";

  private static final Pattern RUN = Pattern.compile("\\bruns/[\\w-]+");
  private static final Pattern MAKES =
      Pattern.compile("python3 jobs/scripts/\\w+\\.py (runs/[\\w-]+)");

  private final Path folder;
  private final Path jar;
  private final Map<String, String> runs = new TreeMap<>();

  /**
   * The commands of the pages.
   *
   * @param folder where what they write goes
   * @param jar what {@code mine.jar} is
   */
  PageCommands(Path folder, Path jar) {
    this.folder = folder;
    this.jar = jar;
  }

  static List<Shown> of(Pages pages) {
    List<Shown> commands = new ArrayList<>();
    for (Pages.Block block : pages.blocks()) {
      String text = block.text().replace("\\\n", " ");
      if (block.language().equals("sh")) {
        text.lines().filter(l -> l.startsWith("./")).forEach(l -> commands.add(new Shown(l, "")));
      } else if (block.language().equals("console")) {
        for (String one : text.substring(2).split("(?m)^\\$ ")) {
          String[] parts = one.split("\n", 2);
          commands.add(new Shown(parts[0], parts[1]));
        }
      }
    }
    return commands.stream().distinct().toList(); // the README shows some that a page has too
  }

  void run(Shown shown) throws Exception {
    if (!shown.command.startsWith("./parallax ")) {
      assertEquals(form(shown.output), form(asShown(inShell(shown.command))));
      return;
    }
    List<String> arguments = words(shown.command.substring("./parallax ".length()));
    arguments.replaceAll(argument -> argument.equals("mine.jar") ? jar.toString() : argument);
    int output = arguments.indexOf("-o") + 1;
    if (output > 0) {
      if (!arguments.contains("--resume")) {
        runs.put(arguments.get(output), Files.createTempDirectory(folder, "run").toString());
      }
      arguments.set(output, runs.get(arguments.get(output)));
    }
    arguments.replaceAll(this::inTruth);
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int status = Main.run(arguments.toArray(String[]::new), writer, writer);
    assertEquals(shown.status(), status, said::toString);
    if (!shown.output.isEmpty()) {
      String shows = ProgressLines.removed(said.toString());
      assertEquals(form(shown.output), form(asShown(shows)));
    }
  }

  /** A word with the folders that the page's are in truth, of those that there are. */
  private String inTruth(String word) {
    return RUN.matcher(word).replaceAll(run -> runs.getOrDefault(run.group(), run.group()));
  }

  /** An output with the names that the page has for folders. */
  private String asShown(String output) {
    String renamed = output;
    for (Map.Entry<String, String> run : runs.entrySet()) {
      renamed = renamed.replace(run.getValue(), run.getKey());
    }
    return renamed;
  }

  private String inShell(String command) throws IOException, InterruptedException {
    Matcher makes = MAKES.matcher(command);
    if (makes.matches()) {
      runs.put(makes.group(1), Files.createTempDirectory(folder, "made").toString());
    } else if (!command.matches("(cat|head|cut|sort) .*")) {
      fail("neither ./parallax nor a look into a file: " + command);
    }
    Process shell =
        new ProcessBuilder("sh", "-c", inTruth(command)).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, shell.waitFor(), said);
    return said;
  }

  /** A command's words; one in single quotes may have blanks. */
  private static List<String> words(String command) {
    return new ArrayList<>(
        Pattern.compile("'([^']*)'|\\S+")
            .matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toList());
  }

  /** An output without what differs from run to run: its times, and the slices' rows. */
  private static String form(String output) {
    return output
        .lines()
        .filter(
            line -> !line.matches("\\s+\\d+\\s+\\d+\\s+[\\d.]+  .*|\\s+\\.\\.\\. \\d+ more, .*"))
        .filter(
            line -> !line.matches("  (slowest +item|Serial would have been|\\(less work than) .*"))
        .map(line -> isOfTime(line) ? withoutNumbers(line) : line)
        .map(line -> line.replaceAll(CHOICE, "  on ENGINE"))
        .map(line -> line.replaceAll("(,[a-z-]+),\\d[\\d.E-]*$", "$1,#")) // a table's seconds
        .map(line -> line.replaceAll("(?<=\\S) +", " ").replaceAll("^ {4,}", "    "))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isOfTime(String line) {
    return line.matches(
        ".* m?s on .*|.*\\d m?s\\b.*|.*by a timed pilot" + "|.* on (local|threads).*");
  }

  private static String withoutNumbers(String line) {
    return line.replaceAll("-?\\d[\\d.]*(E-?\\d+)?( million)?", "#")
        .replaceAll("(core|slice)s\\b", "$1")
        .replaceAll("\\bm?s\\b", "s")
        .replaceAll("(local\\[\\*]|threads\\[#])", "ENGINE") // a slow machine may choose another
        .replaceAll("; serial would have been the better choice", "");
  }
}
