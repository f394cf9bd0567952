package dev.parallax.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * How many columns the terminal has. Java cannot tell: the launcher says it at the start, and
 * {@code stty} is asked once that is ten seconds old, for windows change.
 */
public final class TerminalWidth implements IntSupplier {
  /** As many columns as most terminals have. */
  static final int USUAL = 80;

  private static final TerminalWidth THIS_PROCESS = new TerminalWidth();
  private static final long VALID_NANOS = TimeUnit.SECONDS.toNanos(10);

  private OptionalInt columns = launched();
  private long asked = System.nanoTime();

  TerminalWidth() {}

  /** That of the terminal that this process writes to. */
  public static IntSupplier ofProcess() {
    return THIS_PROCESS;
  }

  private static OptionalInt launched() {
    int columns = number(System.getProperty("parallax.columns", ""));
    return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
  }

  @Override
  public synchronized int getAsInt() {
    long now = System.nanoTime();
    if (columns.isEmpty() || now - asked >= VALID_NANOS) {
      columns = OptionalInt.of(of(TerminalWidth::answer, System.getenv("COLUMNS")));
      asked = now;
    }
    return columns.getAsInt();
  }

  /**
   * The columns by the answer of {@code stty size}; where it has none, as the shell has exported
   * them, or else as many as most terminals have.
   *
   * @param answer rows and columns, such as {@code 24 80}; 0 where they are unknown
   * @param exported the shell's variable; null if it is not exported
   */
  static int of(Supplier<String> answer, String exported) {
    String[] size = answer.get().strip().split(" ", -1);
    int first = size.length == 2 ? number(size[1]) : 0;
    int second = exported == null ? 0 : number(exported);
    return first > 0 ? first : second > 0 ? second : USUAL;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  /** Of standard error, or of the terminal that the process belongs to where that is a file. */
  private static String answer() {
    try {
      Process stty =
          new ProcessBuilder(
                  "sh", "-c", "stty size <&2 2>/dev/null || exec stty size 2>/dev/null </dev/tty")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      stty.getOutputStream().close();
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return ""; // no sh
    }
  }
}
