package dev.parallax.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where results are printed. Java's own streams swallow what goes wrong with them: this one keeps
 * it in mind, so that a command whose results did not arrive does not end as if they had.
 */
public final class StandardOutput extends OutputStream {
  /** Java's own, which a user's code may have put another one in the place of. */
  private final PrintStream users = System.out;

  private final OutputStream stream;
  private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(this, UTF_8), true);
  private String reason = "";

  /** Prints to a stream. */
  public StandardOutput(OutputStream stream) {
    this.stream = stream;
  }

  /** That of this process. */
  public static StandardOutput ofProcess() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /** Prints to it. */
  public PrintWriter writer() {
    return writer;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    users.flush(); // what the user's code printed before comes before
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      reason = reason.isEmpty() ? String.valueOf(e.getMessage()) : reason;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }

  /**
   * The exit status of a command whose output is complete: its own, or {@link ExitStatus#BROKEN},
   * with a line that says why, if it would pass for done and something did not arrive.
   */
  public int checked(int status, PrintWriter err) {
    boolean failed = writer.checkError() || users.checkError();
    if (!failed || (status != ExitStatus.DONE && status != ExitStatus.FAILED_ITEMS)) {
      return status;
    }
    err.println("parallax: " + complaint());
    return ExitStatus.BROKEN;
  }

  private String complaint() {
    return switch (reason) {
      case "Broken pipe" -> "standard output was closed by who read it";
      case "Stream Closed" -> "your code closed standard output";
      case "" -> "cannot write to standard output";
      default -> "cannot write to standard output: " + reason;
    };
  }
}
