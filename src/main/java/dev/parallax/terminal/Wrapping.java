package dev.parallax.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Breaks lines that are wider than a terminal. Words, paths, numbers with their errors or units and
 * what stands in quotes are never broken: what alone is wider than the terminal stays whole. A
 * command to copy gets lines of its own, that end in {@code \} where it goes on.
 *
 * @param columns how wide the terminal is
 * @param program what a command to copy begins with, such as {@code ./parallax}
 */
record Wrapping(int columns, String program) {
  /** A label and its value, as in a summary. */
  private static final Pattern LABELLED = Pattern.compile(" {2,}\\S+(?: {1,2}\\S+)* {3,}(?=\\S)");

  /** What belongs together: quoted, or a number with what goes with it; else a word. */
  private static final Pattern PROSE =
      Pattern.compile(
          "(?:\\(default: \\S+|(?<![^\\s(=])'[^']+'\\S*|\\S*=\"[^\"]+\"\\S*|\\S+)"
              + "(?: \\+- \\S+| (?:%|s|ms|min|h|MB|GB|million/s)(?=[\\s,;:.)]|$)\\S*)*");

  /** A word of a shell, with all that it quotes. */
  private static final Pattern SHELL = Pattern.compile("(?:\\$?'(?:[^'\\\\]|\\\\.)*'|\\S)+");

  private enum Style {
    PROSE(""),
    VALUE(""),
    COMMAND(" \\");

    /** What a line ends with that goes on in the next. */
    private final String end;

    Style(String end) {
      this.end = end;
    }
  }

  private static final int INDENT = 2;

  /** The line in lines; one alone if it is not too wide. */
  List<String> lines(String line) {
    if (width(line) <= columns) {
      return List.of(line);
    }
    int command = line.indexOf(": " + program + " ");
    if (command < 0) {
      return filled(line);
    }
    List<String> lines = new ArrayList<>(lines(line.substring(0, command + 1)));
    lines.addAll(command(line.substring(command + 2)));
    return lines;
  }

  /** A text in lines, the first behind a head. */
  List<String> paragraph(String head, String text) {
    return filled(head, " ".repeat(head.length()), words(PROSE, text), Style.PROSE);
  }

  private List<String> filled(String line) {
    int indent = hanging(line);
    int begin = line.length() - line.stripLeading().length();
    Matcher labelled = LABELLED.matcher(line);
    String head = line.substring(0, begin);
    boolean value = labelled.lookingAt() && labelled.end() == indent;
    if (value) {
      head = labelled.group();
    }
    List<String> words = words(PROSE, line.substring(head.length()));
    List<String> narrow = words.stream().flatMap(word -> narrow(word, columns - indent)).toList();
    return filled(head, " ".repeat(indent), narrow, value ? Style.VALUE : Style.PROSE);
  }

  /** What belongs together, in its words if there is no line wide enough for it. */
  private static Stream<String> narrow(String together, int room) {
    return width(together) <= room ? Stream.of(together) : Stream.of(together.split(" "));
  }

  /** How far the lines below the first are indented: as a value is, or a little. */
  private int hanging(String line) {
    int leading = line.length() - line.stripLeading().length();
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.lookingAt() && labelled.end() <= columns / 2) {
      return labelled.end();
    }
    boolean continued = leading > 2 * INDENT && leading <= columns / 2;
    return continued ? leading : Math.min(leading, columns / 2) + INDENT;
  }

  private List<String> command(String command) {
    return filled(" ".repeat(INDENT), " ".repeat(2 * INDENT), words(SHELL, command), Style.COMMAND);
  }

  private static List<String> words(Pattern form, String text) {
    return form.matcher(text).results().map(found -> found.group()).toList();
  }

  /**
   * Fills lines with words.
   *
   * @param head what the first line begins with
   * @param indent what the others begin with
   */
  private List<String> filled(String head, String indent, List<String> words, Style style) {
    List<String> lines = new ArrayList<>();
    String begin = head;
    int from = 0;
    while (from < words.size()) {
      int to = last(begin, words, from, style);
      boolean goesOn = to < words.size();
      lines.add(begin + String.join(" ", words.subList(from, to)) + (goesOn ? style.end : ""));
      begin = indent;
      from = to;
    }
    return lines.isEmpty() ? List.of(head) : lines;
  }

  /** Behind which word a line ends: the last that fits; in a value, a comma not far before it. */
  private int last(String begin, List<String> words, int from, Style style) {
    int width = width(begin) + width(words.get(from));
    int to = from + 1;
    int comma = to;
    while (to < words.size()) {
      width += 1 + width(words.get(to));
      int room = columns - (to == words.size() - 1 ? 0 : style.end.length());
      if (width > room) {
        return style == Style.VALUE && comma > from + 1 ? comma : to;
      }
      to++;
      if (words.get(to - 1).matches(".*[,;:]") && width >= columns * 2 / 3) {
        comma = to;
      }
    }
    return to;
  }

  /** How many columns a text takes: East Asian ones two each, combining marks none. */
  private static int width(CharSequence text) {
    return text.codePoints().map(Wrapping::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD)
        ? 2
        : 1;
  }
}
