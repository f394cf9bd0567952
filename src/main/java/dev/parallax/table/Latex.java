package dev.parallax.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
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
          "\\s*\\\\(hline|toprule|midrule|bottomrule|tableline|colrule|cline\\{[^}]*\\}"
              + "|cmidrule(\\([^)]*\\))?\\{[^}]*\\})\\s*");

  /** A row as it stands between ampersands, and the line it ends in. */
  private record Row(String text, long line) {}

  private final List<ColumnHeader> columns;
  private final Iterator<Row> rows;
  private long line;

  Latex(LineReader lines) throws IOException {
    LatexBody body = LatexBody.read(lines, BEGIN);
    List<Row> found = new ArrayList<>();
    int ruled = split(body.rows(), body.firstLine(), found);
    int head = ruled == 2 ? 2 : 1;
    if (!body.head().isEmpty()) {
      List<Row> names = new ArrayList<>();
      split(body.head(), 1, names);
      head = 0;
      columns = headers(names);
    } else {
      if (found.isEmpty()) {
        throw new IOException("has no rows in its LaTeX table");
      }
      columns = headers(found.subList(0, Math.min(head, found.size())));
    }
    rows = found.subList(Math.min(head, found.size()), found.size()).iterator();
  }

  /** Whether a text begins as LaTeX, and comes to a table. */
  static boolean begins(List<String> lines) {
    String first =
        lines.stream().map(String::strip).filter(l -> !l.startsWith("%")).findFirst().orElse("");
    return first.matches("\\\\(begin|documentclass|usepackage|input|newcommand|clearpage).*")
        && lines.stream().anyMatch(line -> BEGIN.matcher(line).find());
  }

  /** Splits at double backslashes; how many rows are above the first rule that is below one. */
  private static int split(String text, long firstLine, List<Row> rows) {
    int ruled = 0;
    long line = firstLine;
    for (String part : text.split("\\\\\\\\\\*?(\\[[^\\]]*\\])?", -1)) {
      long from = line;
      line += part.chars().filter(c -> c == '\n').count();
      String row = part;
      Matcher rule = RULE.matcher(row);
      while (rule.lookingAt()) {
        ruled = ruled == 0 ? rows.size() : ruled;
        row = row.substring(rule.end());
        rule = RULE.matcher(row);
      }
      if (!row.isBlank()) {
        rows.add(new Row(row, Math.max(from, line)));
      }
    }
    return ruled;
  }

  private static List<ColumnHeader> headers(List<Row> rows) {
    List<String> names = cells(rows.get(0).text());
    List<String> units = rows.size() > 1 ? cells(rows.get(1).text()) : List.of();
    return TextHeader.headers(
        names, units.stream().map(u -> u.replaceFirst("^[(\\[](.*)[)\\]]$", "$1")).toList());
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    for (String cell : row.split("(?<!\\\\)&", -1)) {
      cells.add(plain(cell.strip()));
    }
    return cells;
  }

  /** A cell without braces, dollars and what stands for no data around it. */
  private static String plain(String cell) {
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
  public List<String> next() {
    if (!rows.hasNext()) {
      return List.of();
    }
    Row row = rows.next();
    line = row.line();
    return cells(row.text());
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public List<String> skipped() {
    return List.of();
  }
}
