package dev.parallax.table;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the first table of a LaTeX text, without comments.
 *
 * @param head what {@code \tablehead} has; else empty
 * @param rows the rows
 * @param firstLine the number of the line that they begin in
 */
record LatexBody(String head, String rows, long firstLine) {

  static LatexBody read(LineReader lines, Pattern begin) throws IOException {
    StringBuilder text = new StringBuilder();
    while (lines.next()) {
      text.append(MarkedLines.text(lines).replaceFirst("(?<!\\\\)%.*$", "")).append('\n');
    }
    Matcher start = begin.matcher(text);
    if (!start.find()) {
      throw new IOException("has no table in its LaTeX");
    }
    String environment = start.group(1);
    int end = text.indexOf("\\end{" + environment + "}", start.end());
    if (end < 0) {
      throw new IOException("is cut short: no \\end{" + environment + "}");
    }
    int from = arguments(text, start.end());
    String head = "";
    if (environment.startsWith("deluxetable")) {
      int data = text.indexOf("\\startdata", from);
      int last = text.indexOf("\\enddata", from);
      int named = text.indexOf("\\tablehead{", from);
      if (data < 0 || last < data || named < 0 || named > data) {
        throw new IOException("has a deluxetable without \\tablehead, \\startdata or \\enddata");
      }
      int brace = named + "\\tablehead".length();
      head = text.substring(brace + 1, closing(text, brace) - 1);
      from = data + "\\startdata".length();
      end = last;
    }
    long line = 1 + text.substring(0, from).chars().filter(c -> c == '\n').count();
    return new LatexBody(head, text.substring(from, end), line);
  }

  /** Where the arguments of an environment end. */
  private static int arguments(CharSequence text, int from) throws IOException {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[')) {
      at = closing(text, at);
    }
    return at;
  }

  /** Behind the bracket that closes the one at a place. */
  private static int closing(CharSequence text, int open) throws IOException {
    char opening = text.charAt(open);
    char closing = opening == '{' ? '}' : ']';
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      depth += text.charAt(at) == opening ? 1 : text.charAt(at) == closing ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    throw new IOException("has a '" + opening + "' in its LaTeX that is not closed");
  }
}
