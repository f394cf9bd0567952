package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.parallax.cli.process.ExitStatus;
import dev.parallax.cli.process.Shell;
import dev.parallax.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of files and scripts that would act on a terminal, a page, a picture or a job file. */
class HostileWordsTest {
  private static final String HOSTILE =
      "a\u001B]52;c;aGk=\u0007\u009B31m\u202Eb\u2028\u200B\uDB40\uDC41\u007F";

  @TempDir private Path folder;

  private static void checkShown(String text) {
    assertEquals(Visible.lines(text), text);
  }

  private static CommandRun checked(List<String> arguments) {
    CommandRun run = CommandRun.of(arguments);
    checkShown(run.out());
    checkShown(run.err());
    return run;
  }

  private void checkFiles(Path output) throws Exception {
    for (String name : new String[] {"summary.json", "failures.csv", "report.html"}) {
      if (Files.exists(output.resolve(name))) {
        checkShown(Files.readString(output.resolve(name)));
      }
    }
    try (Stream<Path> files = Files.list(output)) {
      for (Path svg : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
        checkShown(Files.readString(svg));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(svg.toFile());
      }
    }
  }

  @Test
  void textsOfASweepAndErrorsOfAScript() throws Exception {
    Path output = folder.resolve("run");
    CommandRun run =
        checked(
            List.of(
                "sweep",
                "-p",
                "c=" + HOSTILE + ",red",
                "-p",
                "n" + HOSTILE + "=1,b,c",
                "--command",
                "sh -c 'read x; printf \"\\033[2J\\233\\342\\200\\256e\" >&2; exit 1'",
                "--serial",
                "--report",
                "-o",
                output.toString()));
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    assertTrue(run.err().contains("\\u001b[2J"), run.err());
    assertTrue(Files.readString(output.resolve("failures.csv")).contains("\\u202e"));
    checkFiles(output);
  }

  @Test
  void picturesHaveHostileLabels() throws Exception {
    Path output = folder.resolve("run");
    String name = "x" + HOSTILE.replace(";", "").replace("=", "");
    CommandRun run =
        checked(
            List.of(
                "sweep",
                "-p",
                name + "=1,2,3",
                "-p",
                "c=" + HOSTILE + ",red",
                "--command",
                "awk '{ print $1 }'",
                "--responses",
                "y\u001B\u202E",
                "--serial",
                "--report",
                "-o",
                output.toString()));
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    checkFiles(output);
    String json = Files.readString(output.resolve("summary.json"));
    boolean found = false;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        found |= "y\u001B\u202E".equals(parser.currentName());
      }
    }
    assertTrue(found, json);
  }

  static Stream<String> names() {
    return Stream.of(
        "a\n--jar\nevil.jar\n#.csv",
        "a\r--jar x.csv",
        "a\r\n@evil.csv",
        "a\u000B--jar.csv",
        "a\u0085--jar.csv",
        "a\u2028--jar.csv",
        "a\u001B[2J.csv",
        "a\u009B2J1.csv",
        "a\u202Evsc.csv",
        "a\\n--jar.csv",
        "a\\.csv",
        "a'b\"c'.csv",
        "a # b.csv",
        "a\tb.csv",
        "a\u00070.csv",
        "\u00E9\u6E2C\uD83D\uDE00.csv",
        "${sys:user.home}.csv",
        "a b\\\"--jar=x\".csv");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aFileNameIsNoArgument(String name) throws IOException {
    Path table = Files.writeString(folder.resolve(name), "x\n1\n2\n4\n");
    Path output = folder.resolve("run");
    CommandRun run = bootstrap(table.toString(), output);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    Path job = output.resolve("run.job");
    String text = Files.readString(job);
    assertTrue(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), () -> text);
    List<String> lines = text.lines().toList();
    assertFalse(lines.stream().anyMatch(line -> line.startsWith("--jar")), text);
    CommandRun again = checked(List.of("@" + job, "--serial", "--json"));
    assertEquals(run.digest(), again.digest(), again.err());
    CommandRun resumed = checked(List.of("@" + job, "--serial", "--resume", "-o", "" + output));
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
  }

  private static CommandRun bootstrap(String table, Path output) {
    return checked(
        List.of(
            "bootstrap",
            table,
            "--statistic",
            "mean",
            "--column",
            "x",
            "--resamples",
            "50",
            "--serial",
            "-o",
            output.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-x",
        "--jar=evil",
        "@evil",
        "@@evil",
        "#",
        "a\\",
        "\\\"",
        "'",
        "\"",
        "a\nb",
        "\u0085",
        "a\u00001",
        "\u001B[31m",
        "\u007F",
        "a  b",
        "\\012",
        "\t",
        "a=b=c",
        "\u2029"
      })
  void aTextOfAnOptionComesBackAsItWas(String value) throws IOException {
    Path output = folder.resolve("run");
    List<String> job = List.of("sweep", "-p", "x=1,2", "--expression", "x", "--set", "k=" + value);
    String text = JobTexts.of(job);
    Path file = Files.writeString(folder.resolve("a.job"), text);
    assertFalse(Files.exists(output));
    assertEquals(text, JobTexts.of(List.of("@" + file)));
  }

  @Test
  void theCommandToGoOnIsThatOfTheShell() throws Exception {
    List<String> arguments = List.of("a\n\u001B'\\b\u202E", "plain", "it's", "\u00E9 x");
    String command = Shell.command(arguments);
    checkShown(command);
    assertFalse(command.contains("\n"));
    String words = command.substring(command.indexOf(' ') + 1);
    Process bash = new ProcessBuilder("bash", "-c", "printf '%s\\0' " + words).start();
    String printed = new String(bash.getInputStream().readAllBytes(), "UTF-8");
    assertTrue(bash.waitFor(10, TimeUnit.SECONDS));
    assertEquals(String.join("\0", arguments) + "\0", printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B[31mred", "\u009B2J", "\u001B]52;c;aGk=\u0007", "\u202Egnp.exe", "x\u2028y",
        "\u0000", "x\ty", "\uD800", "\u200Bmap", "\u007F"
      })
  void complaintsAreShown(String word) {
    for (List<String> wrong :
        List.of(
            List.of(word),
            List.of("map", "--array", word, "--function", "is-prime"),
            List.of("map", "--array", "range:0:9", "--function", word),
            List.of("bootstrap", "/nowhere/" + word, "--statistic", "mean"),
            List.of("sweep", "-p", word + "=1", "--expression", "y"))) {
      CommandRun run = checked(wrong);
      assertEquals(ExitStatus.WRONG_INPUT, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void aDryRunShowsTexts() {
    CommandRun run =
        checked(
            List.of("sweep", "-p", "c=" + HOSTILE, "-p", "x=1", "--expression", "x", "--dry-run"));
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("\\u001b]52"), run.out());
  }

  @Test
  void formulasAreTextsInBothTables() throws IOException {
    Path output = folder.resolve("run");
    CommandRun run =
        checked(
            List.of(
                "sweep",
                "-p",
                "c==1+1,\"-5\",red",
                "-p",
                "x=1,2",
                "--command",
                "awk '$2 == 1 { print -1; next } { print \"@x\" }'",
                "--serial",
                "--format",
                "csv",
                "--csv-safe",
                "-o",
                output.toString()));
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    String table = Files.readString(output.resolve("table.csv"));
    assertTrue(table.contains("\n0,'=1+1,1.0,-1.0,ok"), table);
    assertTrue(table.contains("\n2,-5,1.0,-1.0,ok"), table);
    assertTrue(Files.readString(output.resolve("failures.csv")).contains("\n1,'=1+1,2"));
  }
}
