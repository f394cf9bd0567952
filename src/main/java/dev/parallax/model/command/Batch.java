package dev.parallax.model.command;

import static java.util.stream.Collectors.joining;

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

  /** So many of the lines that are too many are quoted. */
  private static final int SHOWN = 3;

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

  /** Why there is no response, for a process that was fed with one point; lines are quoted. */
  ScriptException failure() {
    return failure(lines.size(), quoted(), status, errors);
  }

  /** The same with nothing but the last error of what it wrote to standard error. */
  ScriptException briefFailure() {
    String text = said(lines.size(), quoted(), status);
    String reason = lastError();
    return new ScriptException(reason.isEmpty() ? text : text + ": " + reason);
  }

  private String quoted() {
    if (lines.size() < 2) {
      return "";
    }
    String first = lines.stream().limit(SHOWN).map(Answers::shown).collect(joining(", "));
    return ": " + first + (lines.size() > SHOWN ? ", ..." : "");
  }

  /**
   * What a program says last, which names its error; of R the error, which it says before that it
   * ends.
   */
  private String lastError() {
    List<String> said = errors.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (said.isEmpty()) {
      return "";
    }
    int last = said.size() - 1;
    int error = last;
    while (error >= 0 && !said.get(error).startsWith("Error")) {
      error--;
    }
    return said.get(last).equals("Execution halted") && error >= 0
        ? said.subList(error, last).stream()
            .filter(line -> !line.startsWith("Calls: "))
            .collect(joining(" "))
        : said.get(last);
  }

  /** Why there is none, where a process that answers once has ended badly. */
  static ScriptException failure(boolean answered, int status, String errors) {
    return failure(answered ? 1 : 0, "", status, errors);
  }

  private static ScriptException failure(int lines, String quoted, int status, String errors) {
    return ScriptException.with(said(lines, quoted, status), errors);
  }

  private static String said(int lines, String quoted, int status) {
    String answered =
        switch (lines) {
          case 0 -> "answered nothing";
          case 1 -> "answered";
          default ->
              "answered "
                  + (lines > MORE ? "more than " + MORE : lines)
                  + " lines instead of 1"
                  + quoted;
        };
    String ended = status == 0 ? "" : (lines == 1 ? ", then " : ", ") + Child.text(status);
    return lines == 0 && status != 0 ? Child.text(status) : answered + ended;
  }
}
