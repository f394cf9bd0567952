package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's shell, fed with the session that its page shows. */
class ShellIT {
  private static final String PROMPT = "parallax> ";
  private static final String MORE = "     ...> ";

  @TempDir Path folder;

  private record Ended(int status, String out, String err) {}

  private Ended shell(String script, String... options) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in"), script);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>(List.of("./parallax", "shell"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Ended(process.waitFor(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  @Test
  void thePagesSessionGivesWhatItShows() throws Exception {
    String page = Files.readString(Path.of("docs/shell.md"));
    List<String> session =
        page.split("```text\n\\$ ./parallax shell\n")[1].split("```")[0].lines().toList();
    String script =
        session.stream()
            .filter(ShellIT::isTyped)
            .map(line -> line.substring(PROMPT.length()) + "\n")
            .collect(Collectors.joining());
    Ended ended = shell(script);
    assertEquals("", ended.err());
    assertEquals(0, ended.status());
    assertEquals(
        steady(session.stream().filter(line -> !isTyped(line)).toList()),
        steady(ended.out().lines().toList()));
    assertTrue(ended.out().contains("digest"), ended.out());
  }

  private static boolean isTyped(String line) {
    return line.startsWith(PROMPT) || line.startsWith(MORE);
  }

  /** Without the lines that say how long it took, and on what. */
  private static String steady(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.matches("  .*(driver| on (local|threads)\\[| s each).*"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void mistakesAreSaidAndTheStatusIsThatOfExit() throws Exception {
    Ended ended = shell("int n = 2\nfoo\nnew Parabola().getClass().getSimpleName()\n/exit n + 1\n");
    assertEquals("", ended.err());
    assertTrue(ended.out().contains("symbol:   variable foo"), ended.out());
    assertTrue(ended.out().contains("symbol:   class Parabola"), ended.out());
    assertEquals(3, ended.status());
  }
}
