package dev.parallax.cli.process;

import dev.parallax.spelling.Visible;
import java.io.PrintWriter;

/**
 * Where a command writes for people: in lines, in which the words of files and scripts show what
 * would act on a terminal instead of doing so. What is printed without {@code println} is not
 * looked at: only help is.
 */
public final class Console extends PrintWriter {

  /** Writes on where the other does. */
  public Console(PrintWriter out) {
    super(out, true);
  }

  @Override
  public void println(String line) {
    super.println(Visible.line(String.valueOf(line)));
  }

  /** What has several lines, such as a trace. */
  @Override
  public void println(Object text) {
    super.println((Object) Visible.lines(String.valueOf(text)));
  }
}
