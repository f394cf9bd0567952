package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of generated command lines and damaged files: none gives a stack trace, none hangs, none
 * that is surely wrong ends with status 0.
 */
class ManyBadInputsTest {
  private static final long LONGEST_SECONDS = 60;
  private static final String MAP = "map --array range:0:50 --function is-prime --serial";
  private static final String SWEEP =
      "sweep --parameter frequency=linspace:0:2:5 --parameter damping=0.1,1"
          + " --model driven-oscillator --serial";
  private static final String BOOTSTRAP =
      "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
          + " --resamples 50 --level 0.9 --seed 3 --serial";
  private static final String ON_SPARK = "map --array range:0:50 --function is-prime";

  /** What no option with this name takes, after a line that is right. */
  private static final String[][] WRONG = {
    {MAP, "--array", "", "range", "range:", "range:1", "range:a:b", "range:0:5:0", "rnage:0:5"},
    {MAP, "--array", "random:5:1:3", "random:0:5:-1", "random:0:5", "file:", "file:/no/such"},
    {
      MAP,
      "--array",
      "column:x",
      "column:/no/such:x",
      "column:jobs/data/hubble.ecsv:none",
      ":",
      "::"
    },
    {MAP, "--function", "", "is-prme", "java.lang.String", "no.Such", "..", " ", "is-prime,x", "é"},
    {MAP, "--seed", "", "x", "1.5", "1e3", "9223372036854775808", "0x10", "- 1", "∞"},
    {MAP, "--slices", "", "0", "-1", "x", "1.5", "99999999999", "2000000"},
    {
      MAP,
      "--item-timeout",
      "",
      "5",
      "s",
      "-5s",
      "0s",
      "1 d",
      "1e3s",
      "99999999999h",
      "0.1ms",
      "NaNs"
    },
    {MAP, "--max-failures", "", "-1", "x", "1.5", "9223372036854775808"},
    {MAP, "--verify", "", "0", "-1", "x", "1.5", "99999999999"},
    {MAP, "--format", "", "xml", "fit", "json", "ecsv,csv"},
    {MAP, "--jars", "no.jar", "pom.xml", "src", "/dev/null", "no.jar,pom.xml"},
    {MAP, "--output", "", "pom.xml", "pom.xml/x", "/dev/null/x", "src", "/proc/nothing/x"},
    {ON_SPARK, "--master", "", "locl", "local[0]", "local[-1]", "spark://", "spark:/h", "local[*"},
    {ON_SPARK, "--master", "threads", "threads[0]", "threads[x]", "threads[*", "Threads[2]"},
    {ON_SPARK, "--master", "http://h:1", "local[2]x", "yarn://x", "spark://h:port", "local[x]"},
    {SWEEP, "--model", "", "driven", "java.util.List", "no.Such", "Driven", "-", "\t"},
    {SWEEP, "--parameter", "", "=", "x", "frequency", "frequency=", "frequency=,", "a=1"},
    {SWEEP, "--parameter", "b=linspace", "b=linspace:0:1", "b=linspace:0:1:-1", "b=range:0:1:0"},
    {
      SWEEP, "--parameter", "b=x", "b=1,,2", "b=logspace:0:1:x", "b=linspace:0:1:1e9", "frequency=1"
    },
    {SWEEP, "--set", "", "=", "draws", "draws=1", "none=1", "=1"},
    {SWEEP, "--design", "", "factrial", "paired"},
    {
      SWEEP, "--design", "sobol", "uniform", "saltelli", "one-at-a-tme", "latin-hypercube", "halton"
    },
    {SWEEP, "--samples", "", "0", "-1", "5", "x", "1.5", "1e3", "99999999999999999999"},
    {SWEEP, "--baseline", "", "=", "frequency", "frequency=1", "none=1", "=1"},
    {SWEEP, "--replications", "", "0", "-1", "x", "1.5", "99999999999"},
    {SWEEP, "--parameter", "b=uniform:0:1", "b=choice:", "b=normal", "b=integers:1", "b=red,"},
    {SWEEP, "--points", "", "no.csv", "src", "jobs/data/hubble.ecsv"},
    {BOOTSTRAP, "--x", "", "distnce", "object", "velocity", "DISTANCE "},
    {BOOTSTRAP, "--y", "", "velocty", "object", "distance", "0x1"},
    {
      BOOTSTRAP, "--statistic", "", "pearsn", "java.lang.Math", "no.Such", "mean", "pearson pearson"
    },
    {BOOTSTRAP, "--resamples", "", "-1", "x", "1.5", "1e3", "99999999999999999999"},
    {BOOTSTRAP, "--level", "", "0", "1", "-0.5", "x", "NaN", "1.5", "Infinity", "0.9,x", "0.9;0.8"},
    {BOOTSTRAP, "--column", "", "none", "velocity"},
  };

  @TempDir private static Path folder;
  private static ExecutorService runner;
  private static final int[] SEEN = new int[4];

  @BeforeAll
  static void begin() {
    runner = Executors.newSingleThreadExecutor();
  }

  @AfterAll
  static void count() {
    runner.shutdownNow();
    System.out.println(
        "bad inputs tried: "
            + Arrays.stream(SEEN).sum()
            + " (exit status 0 where still right: "
            + SEEN[0]
            + ", 1: "
            + SEEN[1]
            + ", 2: "
            + SEEN[2]
            + ", 3: "
            + SEEN[3]
            + ")");
  }

  private static CommandRun run(List<String> line) throws Exception {
    try {
      return runner.submit(() -> CommandRun.of(line)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("it hangs: " + line, e);
    }
  }

  /** What every command line may end with, however wrong it is. */
  private static CommandRun tried(List<String> line) throws Exception {
    CommandRun run = run(line);
    String all = line.toString();
    String shown = all.substring(0, Math.min(300, all.length())) + " gave " + run.err();
    assertTrue(!run.err().contains("\tat ") && !run.err().contains("internal error"), shown);
    assertTrue(run.err().length() < 2500, shown);
    assertTrue(run.status() == 0 || run.status() == 2 || run.status() == 3, shown);
    if (run.status() == ExitStatus.WRONG_INPUT) {
      assertEquals(1, run.err().lines().count(), shown);
      assertTrue(run.err().startsWith("parallax: "), shown);
    }
    SEEN[run.status()]++;
    return run;
  }

  private static void surelyWrong(List<String> line) throws Exception {
    CommandRun run = tried(line);
    assertEquals(ExitStatus.WRONG_INPUT, run.status(), line + ": " + run.out() + run.err());
  }

  private static List<String> with(String line, String... more) {
    List<String> all = new ArrayList<>(List.of(line.split(" ")));
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void theLinesAreRight() throws Exception {
    for (String line : List.of(MAP, SWEEP, BOOTSTRAP)) {
      assertEquals(ExitStatus.DONE, run(with(line)).status(), line);
    }
  }

  @Test
  void wrongValues() throws Exception {
    for (String[] row : WRONG) {
      for (String value : Arrays.copyOfRange(row, 2, row.length)) {
        surelyWrong(with(row[0], row[1], value));
      }
      surelyWrong(with(row[0], row[1])); // no value
      surelyWrong(with(row[0], row[1], "x".repeat(100_000)));
    }
  }

  @Test
  void misspeltAndMissingWords() throws Exception {
    for (String line : List.of(MAP, SWEEP, BOOTSTRAP)) {
      List<String> words = with(line);
      for (int w = 0; w < words.size(); w++) {
        String word = words.get(w);
        boolean name = w == 0 || word.startsWith("--") && word.length() > 4;
        for (int i = 2; name && i < word.length(); i++) {
          List<String> cut = new ArrayList<>(words);
          cut.set(w, word.substring(0, i) + word.substring(i + 1));
          surelyWrong(cut);
        }
      }
      surelyWrong(with(line, "--nonsense"));
      surelyWrong(with(line, "-z"));
      surelyWrong(with(line, "@/no/such.job"));
      surelyWrong(with(line, "more", "words"));
      surelyWrong(with(line, "--resume"));
      surelyWrong(with(line, "--retry-failed"));
      surelyWrong(with(line, "--fail-fast", "--max-failures", "3"));
      for (int w = 0; w < words.size(); w++) { // whatever is left, it is no crash
        List<String> fewer = new ArrayList<>(words);
        fewer.remove(w);
        tried(fewer);
      }
    }
  }

  /** Words in any order, of which few make sense. */
  @Test
  void shuffledWords() throws Exception {
    Random random = new Random(1);
    List<String> words = with(BOOTSTRAP + " " + MAP + " " + SWEEP + " --json --quiet --dry-run");
    words.addAll(List.of("", " ", "=", "--", "@@", "-1", "'", "\\", "\n", "\0", "--x=", "\uD800"));
    for (int i = 0; i < 150; i++) {
      List<String> line = new ArrayList<>(List.of(words.get(random.nextInt(3) * 6)));
      for (int k = random.nextInt(8); k >= 0; k--) {
        line.add(words.get(random.nextInt(words.size())));
      }
      line.add("--serial");
      tried(line);
    }
  }

  @Test
  void damagedTables() throws Exception {
    Random random = new Random(2);
    for (String format : List.of("ecsv", "csv", "votable", "fits")) {
      Path output = folder.resolve(format);
      assertEquals(
          ExitStatus.DONE, run(with(SWEEP, "-o", output.toString(), "--format", format)).status());
      String name = format.equals("votable") ? "table.vot" : "table." + format;
      byte[] bytes = Files.readAllBytes(output.resolve(name));
      for (int i = 0; i < 30; i++) {
        byte[] damaged = Arrays.copyOf(bytes, i % 3 == 0 ? bytes.length * i / 30 : bytes.length);
        for (int k = 0; i % 3 != 0 && k < i; k++) {
          damaged[random.nextInt(i % 3 == 1 ? Math.min(400, damaged.length) : damaged.length)] =
              (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve(i + name), damaged);
        tried(
            with(
                "bootstrap "
                    + file
                    + " --column amplitude --statistic mean --resamples 5 --serial"));
        tried(with("map --function is-prime --serial --array column:" + file + ":item"));
      }
    }
  }

  @Test
  void filesThatAreNone() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[random.nextInt(3000)];
      random.nextBytes(bytes);
      if (i % 2 == 0) { // text, of a kind
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (byte) " \n,;:#\"'<>=@-.e0123456789abcxyz".charAt((bytes[k] & 255) % 31);
        }
      }
      Path file = Files.write(folder.resolve("noise" + i), bytes);
      tried(with("@" + file, "--serial"));
      surelyWrong(with(MAP, "--jars", file.toString()));
      surelyWrong(with("bootstrap " + file + " --column amplitude --statistic mean --serial"));
      tried(with("map --function is-prime --serial --array file:" + file));
    }
  }

  @Test
  void jobFilesThatNameOthers() throws Exception {
    Path self = folder.resolve("self.job");
    Files.writeString(self, "map --array range:0:5 --function is-prime\n@" + self + "\n");
    tried(with("@" + self, "--serial"));
    Path chain = folder.resolve("chain.job");
    Files.writeString(chain, "@" + folder + "\n");
    surelyWrong(with("@" + chain, "--serial"));
    Files.writeString(chain, "@/no/such.job\n");
    surelyWrong(with("@" + chain, "--serial"));
  }

  /** A finished run's folder of which one file is damaged: the run goes on, or says why not. */
  @Test
  void damagedFolders() throws Exception {
    Random random = new Random(4);
    String digest = run(with(MAP, "--json")).digest();
    for (int i = 0; i < 40; i++) {
      Path output = folder.resolve("run" + i);
      run(with(MAP, "--slices", "4", "-o", output.toString()));
      Path victim = i % 4 == 0 ? output.resolve("run.job") : anyBlock(output, random);
      byte[] bytes = Files.readAllBytes(victim);
      if (i % 2 == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(127));
      } else {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Files.write(victim, bytes);
      CommandRun again = run(with(MAP, "--resume", "--json", "-o", output.toString()));
      SEEN[again.status()]++;
      if (i % 4 != 0) {
        assertEquals(digest, again.digest());
        assertTrue(again.err().contains(" is damaged; its items are computed again"), again.err());
      } else if (again.status() != ExitStatus.DONE) { // a comment may have been hit
        assertEquals(ExitStatus.WRONG_INPUT, again.status(), again.err());
        assertEquals(1, again.err().lines().count(), again.err());
      }
    }
  }

  private static Path anyBlock(Path output, Random random) throws IOException {
    List<Path> blocks;
    try (java.util.stream.Stream<Path> files = Files.list(output.resolve("journal"))) {
      blocks = files.sorted().toList();
    }
    return blocks.get(random.nextInt(blocks.size()));
  }
}
