package dev.parallax.model.command;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a shell does; nothing is expanded, as no shell is run. */
final class ShellWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /**
   * The words: blanks separate them, but for those in single or double quotes or behind a
   * backslash, which is itself in single quotes, and before anything but {@code "} and {@code \} in
   * double ones.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> of(String line) {
    return new ShellWords(line).split();
  }

  private List<String> split() {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (Character.isWhitespace(c)) {
        end();
      } else {
        begun = true;
        if (c == '\'' || c == '"') {
          quoted(c);
        } else {
          word.append(c == '\\' && at < line.length() ? line.charAt(at++) : c);
        }
      }
    }
    end();
    return words;
  }

  private void quoted(char quote) {
    int opened = at;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == quote) {
        return;
      }
      boolean escapes = c == '\\' && quote == '"' && at < line.length();
      word.append(escapes && "\"\\".indexOf(line.charAt(at)) >= 0 ? line.charAt(at++) : c);
    }
    throw new IllegalArgumentException(
        "command '" + line + "': the quote at column " + opened + " is not closed");
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
    }
    word.setLength(0);
    begun = false;
  }
}
