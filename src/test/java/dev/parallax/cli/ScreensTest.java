package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.ProgressLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person sees: help, progress, summaries, failures, the demo and errors on a real terminal,
 * which the program {@code script} of util-linux makes. No line is wider than the terminal, and no
 * word is broken: the words are those of a pipe.
 */
class ScreensTest {
  private static final String HUBBLE = "bootstrap jobs/data/hubble.ecsv --serial --resamples 200 ";
  private static final String SWEEP = "sweep --serial --slices 3 ";

  /** Command lines whose words are the same on a terminal and in a pipe; a tilde is a blank. */
  private static final List<String> LINES =
      List.of(
          "--help",
          "sweep --help",
          "map --help",
          "bootstrap --help",
          "demo --help",
          "shell --help",
          SWEEP + "-p frequency=linspace:0:2:200 -p damping=0.05,0.1,1 --model driven-oscillator",
          SWEEP
              + "-p x1=uniform:-3:3 -p x2=uniform:-3:3 -p x3=uniform:-3:3 --design saltelli"
              + " --samples 64 --expression sin(x1)~+~7*sin(x2)^2~+~0.1*x3^4*sin(x1)",
          SWEEP
              + "-p slope=1,2,3 -p intercept=0,1 --expression q~=~(slope-2)^2+intercept^2"
              + " --best min:q:chi-square --replications 1",
          SWEEP + "-p x=-1,1,4 --expression y~=~sqrt(x) --nan-fails",
          SWEEP + "-p x=1,2,3,4 -p y=1,2 -p name=red,green --dry-run --command cat",
          "map --array random:0:100000:10000 --function is-prime --serial",
          "map --array range:0:100 --expression element^2/3 --serial --slices 12",
          "map --array 1,2,3 --serial --command sh~-c~'echo~Traceback~of~a~program~that~has~a~lot"
              + "~to~say~of~what~went~wrong~in~its~long~way~to~an~end~>&2;~exit~3'",
          HUBBLE + "--x distance --y velocity --statistic pearson --permutation-test",
          HUBBLE + "--x distance --y velocity --statistic slope,intercept --level 0.68,0.95",
          HUBBLE + "--column velocity --statistic skewness --jackknife-after-bootstrap",
          HUBBLE
              + "--x distance --y velocity --statistic slope --log10 velocity --where velocity>0",
          HUBBLE + "--x distance --y velocity --statistic pearson --replicate 3",
          "sweep",
          "map",
          "bootstrap",
          "regress",
          "map --arry range:0:5",
          HUBBLE + "--x distance --y velocity --statistic slope --level 68",
          HUBBLE + "--x distance --y velocity --statistic no-such-statistic",
          HUBBLE + "--command cat",
          "map --array 1,red --function is-prime",
          "map --array range:0:5 --function is-prime --master locl",
          SWEEP + "-p x=uniform:0:1 --expression x",
          SWEEP + "-p x=1,2 --design factorial --samples 5 --expression x",
          "map --array range:0:5 --expression element --serial -o OUT/begun",
          "map --array range:0:9 --expression element --serial -o OUT/begun",
          "map --array range:0:5 --expression sqrt(-1-element) --nan-fails --serial --fail-fast"
              + " --describe value=the~root~of~a~negative~number -o OUT/stopped",
          "map --array range:0:5 --expression sqrt(-1-element) --nan-fails --serial"
              + " --describe value=the~root~of~a~negative~number -o OUT/stopped");

  /** What takes so long that progress is shown, and what times everything. */
  private static final List<String> MORE =
      List.of(
          "map --array range:0:14 --serial --command sh~-c~'while~read~x;do~sleep~0.1;echo~$x;done'",
          "demo --no-serial --master threads[2]");

  private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*[mK]");
  private static final Pattern TIME = Pattern.compile("[0-9.]+ m?s\\b|[0-9.e+-]+(?: million)?/s");

  private static final List<List<String>> PIPED = new ArrayList<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void thereIsATerminal() throws Exception {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    assumeTrue(linux, "no program is known here that makes a terminal");
    try {
      List<String> screen = onTerminal(80, "echo made; stty size");
      assumeTrue(
          screen.stream().anyMatch(line -> line.endsWith(" 80")),
          "'script' makes no terminal here");
    } catch (IOException e) {
      assumeTrue(false, "there is no program 'script' (util-linux)");
    }
    LINES.forEach(line -> PIPED.add(piped(line)));
  }

  /** The lines that a shell command writes on a terminal, as they were written. */
  private static List<String> onTerminal(int columns, String command) throws Exception {
    Path log = Files.createTempFile(folder, "screen", ".txt");
    Path typescript = Files.createTempFile(folder, "script", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            "script", "-qec", "stty cols " + columns + "; " + command, typescript.toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(Path.of("/dev/null").toFile());
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("not done after two minutes: " + Files.readString(log));
    }
    return Arrays.asList(Files.readString(log).split("[\r\n]+"));
  }

  /** The screens of all command lines, colours and all. */
  private static List<List<String>> screens(int columns, List<String> lines) throws Exception {
    Path file = folder.resolve("lines" + columns);
    Files.write(
        file, lines.stream().map(line -> String.join("\t", arguments(line, columns))).toList());
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<List<String>> screens = new ArrayList<>();
    for (String line :
        onTerminal(
            columns,
            "exec "
                + java
                + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp '"
                + classes
                + "' "
                + Screens.class.getName()
                + " "
                + file)) {
      if (line.startsWith(Screens.MARK)) {
        screens.add(new ArrayList<>());
      } else if (!screens.isEmpty()) {
        screens.get(screens.size() - 1).add(line);
      }
    }
    assertEquals(lines.size() + 1, screens.size(), () -> "not all ran: " + screens);
    return screens;
  }

  private static List<String> arguments(String line, Object run) {
    return Arrays.stream(line.replace("OUT", folder + "/" + run).split(" "))
        .map(word -> word.replace('~', ' '))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void nothingIsWiderThanTheTerminal(int columns) throws Exception {
    List<String> all = new ArrayList<>(LINES);
    all.addAll(MORE);
    List<List<String>> screens = screens(columns, all);
    List<String> wide = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (String line : screens.get(i)) {
        String plain = COLOUR.matcher(line).replaceAll("");
        // a path to copy is never broken: what is wider is one word
        if (plain.length() > columns && plain.strip().contains(" ")) {
          wide.add(all.get(i) + "\n  " + plain);
        }
      }
      if (i < LINES.size() && !words(screens.get(i), columns).equals(PIPED.get(i))) {
        broken.add(all.get(i) + "\n" + words(screens.get(i), columns) + "\n" + PIPED.get(i));
      }
    }
    assertTrue(wide.isEmpty(), () -> String.join("\n", wide));
    assertTrue(broken.isEmpty(), () -> String.join("\n", broken));
    assertTrue(
        screens.get(LINES.size()).stream().anyMatch(line -> line.contains("of 14 items")),
        () -> "no progress: " + screens.get(LINES.size()));
    assertTrue(screens.get(0).stream().anyMatch(line -> line.contains("\033[")), "no colours");
  }

  /** The words of a command line without a terminal. */
  private static List<String> piped(String line) {
    StringWriter both = new StringWriter();
    PrintWriter writer = new PrintWriter(both, true);
    Main.run(arguments(line, "pipe").toArray(String[]::new), writer, writer);
    return words(ProgressLines.removed(both.toString()).lines().toList(), "pipe");
  }

  /** The words of lines, but for times, the slices, and what makes one command of several lines. */
  private static List<String> words(List<String> lines, Object run) {
    List<String> words = new ArrayList<>();
    boolean slices = false;
    for (String line : lines) {
      String plain = COLOUR.matcher(line).replaceAll("");
      slices =
          plain.matches("  slice +items +seconds .*")
              || (slices && plain.matches(" +(\\d+|\\.\\.\\.) .*"));
      if (!slices && !plain.matches(".* overhead .*")) {
        words.add(plain.replaceFirst(" \\\\$", ""));
      }
    }
    String text = words.stream().map(String::strip).collect(Collectors.joining(" "));
    String same = text.replace(folder + "/" + run, "OUT");
    return List.of(TIME.matcher(same).replaceAll("#").strip().split("\\s+"));
  }

  /** What asks for no colours gets none. */
  @Test
  void coloursCanBeRefused() throws Exception {
    Path file = folder.resolve("plain");
    Files.writeString(file, "--help\n");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> screen =
        onTerminal(
            80,
            "NO_COLOR=1 exec "
                + java
                + " -XX:TieredStopAtLevel=1 -cp '"
                + classes
                + "' "
                + Screens.class.getName()
                + " "
                + file);
    assertTrue(screen.stream().anyMatch(line -> line.contains("Usage")), screen::toString);
    assertTrue(screen.stream().noneMatch(line -> line.contains("\033")), screen::toString);
  }
}
