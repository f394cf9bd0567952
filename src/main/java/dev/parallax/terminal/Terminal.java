package dev.parallax.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What a person reads a stream on: a terminal with a width and perhaps colours, or none. */
public final class Terminal {
  /** No terminal: lines are as long as they are, and have no colours. */
  public static final Terminal NONE = new Terminal(Optional.empty(), false);

  private final Optional<IntSupplier> width;
  private final boolean coloured;

  private Terminal(Optional<IntSupplier> width, boolean coloured) {
    this.width = width;
    this.coloured = coloured;
  }

  /**
   * A terminal.
   *
   * @param columns how wide it is
   * @param coloured whether it shows colours
   */
  public static Terminal of(IntSupplier columns, boolean coloured) {
    return new Terminal(Optional.of(columns), coloured);
  }

  /** What this process's standard output is, when nobody has put another in its place. */
  public static Terminal ofOutput() {
    return ofProcess(1, System.getProperty("parallax.terminal.output"));
  }

  /** What this process's standard error is. */
  public static Terminal ofError() {
    return ofProcess(2, System.getProperty("parallax.terminal"));
  }

  /**
   * Java 17 itself cannot tell what is a terminal; the launcher can, and says so. Without it, under
   * {@code spark-submit} say, Linux tells.
   */
  private static Terminal ofProcess(int descriptor, String said) {
    boolean launched = System.getProperty("parallax.home") != null;
    String kind = System.getenv("TERM");
    boolean there =
        Boolean.parseBoolean(said)
            || (!launched && isTerminal(Path.of("/proc/self/fd/" + descriptor), kind));
    return there ? of(TerminalWidth.ofProcess(), colours(System.getenv("NO_COLOR"))) : NONE;
  }

  /**
   * Whether colours are wanted, see <a href="https://no-color.org">no-color.org</a>.
   *
   * @param refused the variable {@code NO_COLOR}, null where it is not set
   */
  static boolean colours(String refused) {
    return refused == null || refused.isEmpty();
  }

  /** Whether an open file, by Linux's link to it, is a terminal of a kind that can clear a line. */
  static boolean isTerminal(Path file, String term) {
    try {
      boolean able = term != null && !term.isEmpty() && !term.equals("dumb");
      return able && Files.readSymbolicLink(file).toString().matches("/dev/(pts/\\d+|tty.*)");
    } catch (IOException | UnsupportedOperationException e) {
      return false; // not Linux
    }
  }

  /** Whether there is one. */
  public boolean isThere() {
    return width.isPresent();
  }

  /** Whether it shows colours. */
  public boolean isColoured() {
    return coloured;
  }

  /**
   * How wide a table, or a page of help, may be: a terminal's columns, or 80 where there is none.
   */
  public int columns() {
    return width.map(IntSupplier::getAsInt).orElse(TerminalWidth.USUAL);
  }

  /**
   * A line in lines that are not wider than the terminal; where there is none, as it is.
   *
   * @param program what a command to copy begins with, such as {@code ./parallax}
   */
  public List<String> wrapped(String line, String program) {
    return isThere() ? new Wrapping(columns(), program).lines(line) : List.of(line);
  }

  /**
   * A paragraph in lines, broken between words.
   *
   * @param head what the first line begins with; the others are indented by its length
   * @param columns how wide they are at most
   */
  public static List<String> filled(String head, String text, int columns) {
    return new Wrapping(columns, "").paragraph(head, text);
  }
}
