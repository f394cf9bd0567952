package dev.parallax.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a process gave that was fed with some points and then ended.
 *
 * @param lines its answers, not many more than the points
 * @param status its exit status
 * @param errors the last lines of what it wrote to standard error
 */
record Batch(List<String> lines, int status, String errors) {
  private static final int MORE = 100;

  /** Copies the lines. */
  Batch {
    lines = List.copyOf(lines);
  }

  /** Waits for what a session gives. */
  static Batch of(ModelProcess session, int points) throws ScriptException, InterruptedException {
    List<String> lines = new ArrayList<>();
    boolean goesOn = true;
    while (lines.size() < points && goesOn) {
      Optional<String> line = session.answer();
      line.ifPresent(lines::add);
      goesOn = line.isPresent();
    }
    if (points == 1 && !goesOn) {
      session.checkFed();
    }
    if (goesOn) {
      lines.addAll(session.surplus(MORE));
    }
    return new Batch(lines, session.status(), session.errors());
  }

  /** Whether it ended well, with an answer for each point: then each answer is for its point. */
  boolean isWhole(int points) {
    return status == 0 && lines.size() == points;
  }

  /** Why there is no response, for a process that was fed with one point. */
  ScriptException failure() {
    return failure(lines.size(), status, errors);
  }

  static ScriptException failure(int lines, int status, String errors) {
    String answered =
        switch (lines) {
          case 0 -> "answered nothing";
          case 1 -> "answered";
          default ->
              "answered " + (lines > MORE ? "more than " + MORE : lines) + " lines instead of 1";
        };
    String ended = status == 0 ? "" : (lines == 1 ? ", then " : ", ") + Child.text(status);
    String text = lines == 0 && status != 0 ? Child.text(status) : answered + ended;
    return ScriptException.with(text, errors);
  }
}
