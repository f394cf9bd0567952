package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tabular environment of LaTeX, with the names in its first row and units in the second, if a
 * rule is below that; or a deluxetable of AASTeX, with {@code \tablehead}.
 */
final class Latex implements MarkedLines {
  private static final Pattern BEGIN =
      Pattern.compile("\\\\begin\\{(tabular[*x]?|longtable|deluxetable[*]?)\\}");
  private static final Pattern RULE =
      Pattern.compile(
          "\\s*+\\\\(hline|toprule|midrule|bottomrule|tableline|colrule|cline\\{[^}]{0,100}\\}"
              + "|cmidrule(\\([^)]{0,100}\\))?\\{[^}]{0,100}\\})\\s*+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.+-]*+");
  private static final Pattern END_OF_ROW = Pattern.compile("\\\\\\\\\\*?(\\[[^\\]]{0,100}\\])?");

  /** A row as it stands between ampersands, and the line it ends in. */
  private record Row(String text, long line) {}

  private final LatexBody body;
  private final List<ColumnHeader> columns;
  private final Deque<Row> ahead = new ArrayDeque<>();
  private final String text;
  private int at;
  private int read;
  private int ruled; // how many rows are above the first rule that is below one
  private int newLines;
  private long line;

  Latex(LineReader lines) throws IOException {
    this(LatexBody.read(lines, BEGIN), false);
    if (!body.head().isEmpty()) {
      List<Row> names = new Latex(body, true).few();
      if (names.isEmpty()) {
        throw new IOException("has no names in its \\tablehead");
      }
      columns.addAll(headers(names));
      return;
    }
    ahead.addAll(few());
    if (ahead.isEmpty()) {
      throw new IOException("has no rows in its LaTeX table");
    }
    List<Row> head = new ArrayList<>(List.of(ahead.removeFirst()));
    if (ruled == 2) {
      head.add(ahead.removeFirst());
    }
    columns.addAll(headers(head));
  }

  private Latex(LatexBody body, boolean head) {
    this.body = body;
    this.text = head ? body.head() : body.rows();
    this.columns = new ArrayList<>();
  }

  /** The first rows, as far as names and units may stand there. */
  private List<Row> few() {
    List<Row> few = new ArrayList<>();
    for (Row row = fetch(); !row.text().isEmpty(); row = fetch()) {
      few.add(row);
      if (few.size() == 3) {
        return few;
      }
    }
    return few;
  }

  /** Whether a text begins as LaTeX, and comes to a table. */
  static boolean begins(List<String> lines) {
    String first =
        lines.stream().map(String::strip).filter(l -> !l.startsWith("%")).findFirst().orElse("");
    return first.matches("\\\\(begin|documentclass|usepackage|input|newcommand|clearpage).*")
        && lines.stream().anyMatch(line -> BEGIN.matcher(line).find());
  }

  /** The next row: what is before double backslashes, without rules; empty at the end. */
  private Row fetch() {
    Matcher end = END_OF_ROW.matcher(text);
    while (at < text.length()) {
      boolean more = end.find(at);
      String part = text.substring(at, more ? end.start() : text.length());
      at = more ? end.end() : text.length();
      newLines += (int) part.chars().filter(c -> c == '\n').count();
      String row = part.substring(rules(part));
      if (!row.isBlank()) {
        read++;
        return new Row(row, body.line(newLines));
      }
    }
    return new Row("", 0);
  }

  /** Where the rules at the beginning of a part end. */
  private int rules(String part) {
    int from = 0;
    Matcher rule = RULE.matcher(part);
    while (rule.region(from, part.length()).lookingAt()) {
      ruled = ruled == 0 ? read : ruled;
      from = rule.end();
    }
    return from;
  }

  private static List<ColumnHeader> headers(List<Row> rows) throws IOException {
    List<String> names = cells(rows.get(0));
    List<String> units = rows.size() > 1 ? cells(rows.get(1)) : List.of();
    return ColumnHeader.named(
        names, units.stream().map(u -> u.replaceFirst("^[(\\[](.*)[)\\]]$", "$1")).toList());
  }

  private static List<String> cells(Row row) throws IOException {
    String[] parts = row.text().split("(?<!\\\\)&", ColumnNames.MOST + 2);
    ColumnNames.check(parts.length, row.line());
    List<String> cells = new ArrayList<>();
    for (String cell : parts) {
      cells.add(plain(cell.strip()));
    }
    return cells;
  }

  /** A cell without braces, dollars and what stands for no data around it. */
  private static String plain(String cell) {
    if (PLAIN.matcher(cell).matches()) {
      return cell;
    }
    String text = cell.replaceAll("\\s+", " ").replace('~', ' ').replaceAll("\\$([-+])\\$", "$1");
    text = text.replaceFirst("^\\\\(colhead|textbf|textit|mathrm|text|rm|bf)\\s*\\{(.*)\\}$", "$2");
    for (String open : List.of("{", "$", "{")) {
      String close = open.equals("{") ? "}" : "$";
      boolean around = text.length() > 1 && text.startsWith(open) && text.endsWith(close);
      String inner = around ? text.substring(1, text.length() - 1) : text;
      text = inner.contains(close) ? text : inner.strip();
    }
    if (text.matches("\\\\(nodata|l?dots|cdots)")) {
      return "";
    }
    return text.replaceAll("\\\\([_%&#])", "$1").strip();
  }

  @Override
  public List<ColumnHeader> columns() {
    return columns;
  }

  @Override
  public List<String> next() throws IOException {
    Row row = ahead.isEmpty() ? fetch() : ahead.removeFirst();
    if (row.text().isEmpty()) {
      return List.of();
    }
    line = row.line();
    return cells(row);
  }

  @Override
  public long line() {
    return line;
  }
}
