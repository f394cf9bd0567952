package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** A shell in a terminal, to which keys are sent. */
  private static final class Keys implements AutoCloseable {
    private final Process process;
    private final StringBuilder seen = new StringBuilder();

    Keys(String command) throws IOException {
      ProcessBuilder builder = new ProcessBuilder("script", "-qfc", command, "/dev/null");
      builder.environment().put("TERM", "xterm");
      process = builder.redirectErrorStream(true).start();
      Thread reader = new Thread(this::read, "screen");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      byte[] buffer = new byte[4096];
      try {
        for (int n = process.getInputStream().read(buffer);
            n >= 0;
            n = process.getInputStream().read(buffer)) {
          synchronized (seen) {
            seen.append(new String(buffer, 0, n, UTF_8));
            seen.notifyAll();
          }
        }
      } catch (IOException e) {
        // it was closed
      }
    }

    void type(String keys) throws IOException {
      process.getOutputStream().write(keys.getBytes(UTF_8));
      process.getOutputStream().flush();
    }

    /** Waits until a text is on the screen behind what was waited for before, and takes it off. */
    String await(String text) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
      synchronized (seen) {
        while (seen.indexOf(text) < 0) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          assertTrue(left > 0, "no '" + text + "' in:\n" + seen);
          seen.wait(left);
        }
        String before = seen.substring(0, seen.indexOf(text));
        seen.delete(0, seen.indexOf(text) + text.length());
        return before;
      }
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** Ctrl-C ends the job, not the engine; code that heeds nothing is stopped, too. */
  @ParameterizedTest
  @ValueSource(strings = {"threads[2]", "local[2]"})
  void anInterruptEndsTheJobAlone(String master) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script, which has a terminal");
    String digest = "parallax.map(IntegerArray.range(0, 10), (n, r) -> n * 0.5).digest()\r";
    try (Keys shell =
        new Keys("stty rows 24 cols 100; ./parallax shell --master '" + master + "'")) {
      shell.await("parallax> ");
      shell.type(digest);
      shell.await("==> \"");
      String first = shell.await("\"");
      shell.type(
          "parallax.map(IntegerArray.range(0, 99), (n, r) -> { Thread.sleep(900); return n; })\r");
      shell.await(" of 99 items");
      shell.type("\u0003");
      String said = shell.await("CancellationException: interrupted");
      assertFalse(said.contains("\tat ") || said.contains("ERROR"), said);
      shell.type("while (true) {}\r");
      Thread.sleep(1500); // there is nothing to see of it
      shell.type("\u0003");
      shell.await("parallax> ");
      shell.type(digest);
      shell.await("==> \"");
      assertEquals(first, shell.await("\""));
      shell.type("\u0004");
    }
  }
}
