package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process on a real terminal that runs command lines, each between two marks. */
public final class Screens {
  /** What stands before each command line's number on the screen. */
  static final String MARK = "=== ";

  private Screens() {}

  /**
   * Runs the command lines.
   *
   * @param arguments a file with one command line in each line, its words parted by tabs
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream screen = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintWriter out = new PrintWriter(screen, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    for (int i = 0; i < lines.size(); i++) {
      screen.println(MARK + i);
      Main.onTerminals(lines.get(i).split("\t"), out, err);
      out.flush();
      err.flush();
    }
    screen.println(MARK + "end");
  }
}
