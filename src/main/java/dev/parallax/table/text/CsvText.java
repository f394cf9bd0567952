package dev.parallax.table.text;

import java.util.regex.Pattern;

/**
 * How the text of a cell is written in CSV.
 *
 * @param safe whether a spreadsheet must not take a text for a formula: then an apostrophe stands
 *     before one that begins with {@code =}, {@code +}, {@code -} or {@code @}, as they are or in
 *     full width, or with a tab or a line end, and is no number; and before one that would look
 *     like that. So whoever takes one apostrophe away before such a beginning has the texts again.
 */
public record CsvText(boolean safe) {
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** The cell as it is written, in quotes where those are needed. */
  public String of(String text) {
    String cell = safe && isFormula(text) ? "'" + text : text;
    return needsQuotes(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty() || text.startsWith("#") || !text.equals(text.strip())) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (",;\t\"\r\n".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
