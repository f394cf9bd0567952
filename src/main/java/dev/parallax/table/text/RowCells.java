package dev.parallax.table.text;

import dev.parallax.table.column.Numeral;
import java.io.IOException;
import java.util.List;

/** The rows of a text table, one after another, each as the bytes of its cells. */
public interface RowCells {

  /** Moves to the next row; false at the end. */
  boolean next() throws IOException;

  /** The number of the line the row ends in. */
  long line();

  /** How many cells the row has. */
  int count();

  /** Where a cell's bytes start in {@link #cells}. */
  int start(int cell);

  /** Where they end. */
  int end(int cell);

  byte[] cells();

  /** What was skipped so far, a line each. */
  List<String> skipped();

  /**
   * Whether a line may have so many cells, as far as can be told by its delimiters; where there are
   * quotes or remarks, it may.
   */
  static boolean mayHave(int cells, byte[] line, int from, int to, byte delimiter) {
    int count = delimiter == ' ' ? 0 : 1;
    boolean within = false;
    for (int i = from; i < to; i++) {
      byte b = line[i];
      if (b == '"' || b == '\'' || (b == '#' && i > from)) {
        return true;
      }
      boolean ink = b != ' ' && b != '\t';
      count += delimiter == ' ' ? (ink && !within ? 1 : 0) : (b == delimiter ? 1 : 0);
      within = ink;
    }
    return count == cells;
  }

  /**
   * Whether cells are as many as a row has, words among words, and numbers among numbers.
   *
   * @param words for each column whether its cells are words
   */
  static boolean fits(List<String> cells, List<Boolean> words) {
    boolean fits = cells.size() == words.size();
    for (int i = 0; fits && i < cells.size(); i++) {
      Numeral numeral = Numeral.of(DecimalComma.point(cells.get(i)));
      fits = numeral == Numeral.MISSING || (numeral == Numeral.WORDS) == words.get(i);
    }
    return fits;
  }
}
