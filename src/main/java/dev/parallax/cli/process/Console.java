package dev.parallax.cli.process;

import dev.parallax.terminal.Highlights;
import dev.parallax.terminal.Terminal;
import dev.parallax.text.Visible;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a command writes for people: in lines, in which the words of files and scripts show what
 * would act on a terminal instead of doing so. On a terminal, lines that are wider than it are
 * broken between words. What is printed without {@code println} is not looked at: only help is.
 */
public final class Console extends PrintWriter {
  private final Terminal terminal;
  private final String program;

  /**
   * Writes on where the other does.
   *
   * @param terminal what that is shown on
   * @param program what a command to copy begins with, such as {@code ./parallax}
   */
  public Console(PrintWriter out, Terminal terminal, String program) {
    super(out, true);
    this.terminal = terminal;
    this.program = program;
  }

  /** What it is shown on. */
  public Terminal terminal() {
    return terminal;
  }

  @Override
  public void println(String line) {
    show(Visible.line(String.valueOf(line)), Highlights::line);
  }

  /** What stands above other lines. */
  public void heading(String line) {
    show(Visible.line(line), Highlights::heading);
  }

  private void show(String line, UnaryOperator<String> style) {
    List<String> lines = isForPrograms(line) ? List.of(line) : terminal.wrapped(line, program);
    for (String one : lines) {
      super.println(terminal.isColoured() ? style.apply(one) : one);
    }
  }

  /** JSON is one line, however long. */
  private static boolean isForPrograms(String line) {
    return line.startsWith("{");
  }

  /** What has several lines, such as a trace. */
  @Override
  public void println(Object text) {
    super.println((Object) Visible.lines(String.valueOf(text)));
  }
}
