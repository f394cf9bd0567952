package dev.parallax.table.marked;

import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the first table of a LaTeX text, without comments and without empty lines. */
final class LatexBody {
  /** Of a table without what is left out: far more than a page takes. */
  private static final int MOST_CHARACTERS = 1 << 24;

  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%.*$", Pattern.DOTALL);

  private final StringBuilder text = new StringBuilder();
  private long[] numbers = new long[64]; // of the lines of the text
  private int kept;
  private String head = "";
  private String rows = "";
  private int firstLine; // of the rows, in the text

  private LatexBody() {}

  static LatexBody read(LineReader lines, Pattern begin) throws IOException {
    LatexBody body = new LatexBody();
    String environment = body.begin(lines, begin);
    String last = "\\end{" + environment + "}";
    boolean ended = body.text.indexOf(last) >= 0;
    while (!ended) {
      if (!lines.next()) {
        throw new IOException("is cut short: no " + last);
      }
      String line = plain(lines);
      ended = line.contains(last);
      body.add(line, lines.number());
    }
    body.cut(environment, body.text.indexOf(last));
    while (lines.next()) {
      // what is below the table must be text
    }
    return body;
  }

  /** Comes to the table; the text begins behind that. */
  private String begin(LineReader lines, Pattern begin) throws IOException {
    while (lines.next()) {
      String line = plain(lines);
      Matcher start = begin.matcher(line);
      if (start.find()) {
        add(line.substring(start.end()), lines.number());
        return start.group(1);
      }
    }
    throw new IOException("has no table in its LaTeX");
  }

  private static String plain(LineReader lines) {
    String line = lines.length() == 0 ? "" : MarkedLines.text(lines);
    return line.indexOf('%') < 0 ? line : COMMENT.matcher(line).replaceFirst("");
  }

  private void add(String line, long number) throws IOException {
    if (line.isBlank() && kept > 0) {
      return;
    }
    if (text.length() + line.length() > MOST_CHARACTERS) {
      throw new IOException("has a LaTeX table of more than 16 MB: see line " + number);
    }
    text.append(line).append('\n');
    if (kept == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * kept);
    }
    numbers[kept++] = number;
  }

  /** Takes from the text what stands before an end. */
  private void cut(String environment, int before) throws IOException {
    int from = arguments(0);
    int end = before;
    if (environment.startsWith("deluxetable")) {
      int data = text.indexOf("\\startdata", from);
      int last = text.indexOf("\\enddata", from);
      int named = text.indexOf("\\tablehead{", from);
      if (data < 0 || last < data || named < 0 || named > data) {
        throw new IOException("has a deluxetable without \\tablehead, \\startdata or \\enddata");
      }
      int brace = named + "\\tablehead".length();
      head = text.substring(brace + 1, closing(brace) - 1);
      from = data + "\\startdata".length();
      end = last;
    }
    firstLine = (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
    rows = text.substring(from, Math.max(from, end));
  }

  /** What {@code \tablehead} has; else empty. */
  String head() {
    return head;
  }

  /** The rows. */
  String rows() {
    return rows;
  }

  /** The number of the line in the file that so many lines of the rows are above. */
  long line(int above) {
    return numbers[Math.min(firstLine + above, kept - 1)];
  }

  /** Where the arguments of an environment end. */
  private int arguments(int from) throws IOException {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[')) {
      at = closing(at);
    }
    return at;
  }

  /** Behind the bracket that closes the one at a place. */
  private int closing(int open) throws IOException {
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
