package dev.parallax.table.text;

import dev.parallax.table.Table;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Excerpt;
import dev.parallax.table.column.Numeral;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of columns as the comments above the rows have them.
 *
 * @param columns the columns; without names if there are none
 * @param comment the comment with the names; empty if there is none, or it is SExtractor's list
 * @param delimiter what separates cells
 * @param found whether there are names
 */
record CommentNames(List<ColumnHeader> columns, String comment, char delimiter, boolean found) {
  private static final Pattern MARK = Pattern.compile("^[#!%]+\\s*");
  private static final Pattern RULE = Pattern.compile("[#!%]+[-=_*+.~\\s#!%]*+");

  /**
   * Finds the names: in SExtractor's numbered list, else in the comment directly above the rows if
   * it has as many words, else in the first of all. Others are prose, or describe columns.
   *
   * @param width how many cells a row has
   */
  static CommentNames of(HeadComments above, char delimiter, int width) throws IOException {
    List<ColumnHeader> listed = above.listed(width);
    if (!listed.isEmpty()) {
      return new CommentNames(listed, "", delimiter, true);
    }
    Optional<String> names = directlyAbove(above.last(), delimiter, width).or(above::first);
    if (names.isPresent() && words(names.get(), delimiter).size() == width) {
      List<ColumnHeader> named = ColumnHeader.named(words(names.get(), delimiter), List.of());
      return new CommentNames(named, names.get(), delimiter, true);
    }
    List<String> none = Collections.nCopies(width, "");
    return new CommentNames(ColumnHeader.named(none, List.of()), "", delimiter, false);
  }

  /** The comment that nothing but rules and empty comments part from the rows, if it fits. */
  private static Optional<String> directlyAbove(List<String> comments, char delimiter, int width)
      throws IOException {
    for (int i = comments.size() - 1; i >= 0; i--) {
      if (words(comments.get(i), delimiter).size() == width) {
        return Optional.of(comments.get(i));
      }
      if (!RULE.matcher(comments.get(i)).matches()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String comment, char delimiter) throws IOException {
    return FieldReader.split(MARK.matcher(comment).replaceFirst(""), delimiter);
  }

  /** Refuses a comment that could be a row, in CSV; ASCII has commented-out rows. */
  void check(FirstLines rows) throws IOException {
    List<String> cells = comment.isEmpty() ? List.of() : FieldReader.split(comment, delimiter);
    boolean number = false;
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      boolean numbers =
          rows.rows().stream()
              .allMatch(r -> r.size() <= column || Numeral.of(r.get(column)) != Numeral.WORDS);
      boolean fits = Numeral.of(DecimalComma.point(cells.get(i))).isNumber();
      if (numbers && !fits) {
        return;
      }
      number |= numbers;
    }
    if (number && delimiter != ' ') {
      throw new IOException(
          "may have a comment or a row in '"
              + Excerpt.of(comment)
              + "': put quotes around its first cell, or give --header and the line of the names");
    }
  }

  /** Where the names come from, in a line. */
  List<String> notes() {
    if (!found) {
      return List.of(Table.UNNAMED);
    }
    return List.of(
        comment.isEmpty()
            ? "names from the numbered list in its comments"
            : "names from the comment '" + Excerpt.of(comment) + "'");
  }
}
