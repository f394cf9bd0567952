package dev.parallax.model.command;

import dev.parallax.text.Thrown;
import java.util.List;
import java.util.Optional;

/** A program gave no responses for a point: why, in words for its user. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** How a Python program begins to tell of an exception. */
  private static final String TRACEBACK = "Traceback (most recent call last):";

  /** Without a stack trace, which would say nothing of the program. */
  public ScriptException(String message) {
    super(message, null, false, false);
  }

  /**
   * One with what the program wrote to standard error: its cause first, then, from the second line
   * on, all of it as it was written.
   *
   * @param what what happened, such as an exit status
   * @param errors its last lines, empty if there are none
   */
  static ScriptException with(String what, String errors) {
    List<String> lines = errors.lines().toList();
    if (lines.isEmpty()) {
      return new ScriptException(what);
    }
    Optional<String> cause = cause(lines);
    String first =
        cause
            .map(line -> line + " (" + what + ")")
            .orElseGet(() -> what + "; stderr: " + lines.get(lines.size() - 1));
    return new ScriptException(lines.size() == 1 ? first : first + "\n" + errors);
  }

  /** The line that says what was thrown: of Python the one behind the frames. */
  private static Optional<String> cause(List<String> lines) {
    int trace = lines.lastIndexOf(TRACEBACK);
    List<String> margin =
        lines.subList(trace + 1, lines.size()).stream()
            .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
            .toList();
    return trace >= 0 && !margin.isEmpty()
        ? Optional.of(margin.get(0))
        : margin.stream().filter(Thrown::isNamed).reduce((before, line) -> line);
  }
}
