package dev.parallax.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a text table that are no comments, three at most: is the first of names or of
 * data?
 *
 * @param lines the lines
 * @param texts their fields
 */
record FirstLines(List<LineReader.Line> lines, List<List<String>> texts) {
  private static final int LOOKED_AT = 3;

  /** Reads them; the fields stand at the first. */
  static FirstLines read(LineReader reader, FieldReader fields) throws IOException {
    List<LineReader.Line> lines = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    do {
      lines.add(reader.line());
      texts.add(fields.texts());
    } while (lines.size() < LOOKED_AT && fields.next());
    return new FirstLines(lines, texts);
  }

  /** Puts back what has not been used up. */
  void putBack(LineReader reader, int used) {
    for (int i = lines.size() - 1; i >= used; i--) {
      reader.unread(lines.get(i));
    }
  }

  /**
   * Where the line of dashes under the names is, as in VizieR's files: 1 directly under them, 2
   * with the units between; 0 if there is none.
   */
  int rule() {
    for (int i = 1; i < lines.size(); i++) {
      List<String> fields = texts.get(i);
      boolean dashes = fields.stream().allMatch(field -> field.matches("-+"));
      boolean rule = dashes && fields.stream().anyMatch(field -> field.length() > 2);
      if (rule && fields.size() == texts.get(0).size()) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Whether the first line is data: it is of numbers alone; or it has numbers, as names seldom are,
   * and no word stands above a number.
   *
   * @param ascii whether the names are likely to be in a comment, or missing
   */
  boolean isHeadless(boolean ascii) {
    List<Numeral> first = texts.get(0).stream().map(Numeral::of).toList();
    long numbers = first.stream().filter(FirstLines::isNumber).count();
    if (numbers == first.size()) {
      return true;
    }
    boolean typical = ascii ? numbers > 0 : first.contains(Numeral.DECIMAL);
    return typical && !namesANumber(first);
  }

  private boolean namesANumber(List<Numeral> first) {
    List<String> second = texts.size() > 1 ? texts.get(1) : List.of();
    for (int i = 0; i < first.size() && second.size() == first.size(); i++) {
      if (first.get(i) == Numeral.WORDS && isNumber(Numeral.of(second.get(i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(Numeral numeral) {
    return numeral != Numeral.WORDS && numeral != Numeral.MISSING;
  }
}
