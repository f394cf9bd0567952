package dev.parallax.table.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column of numbers as it grows: eight bytes a row. Words are kept beside the numbers, for a
 * condition may leave out their rows.
 */
public final class NumberColumn implements GrowingColumn {
  private static final int LONGEST_MARK = 60;
  private static final String MANY_STARS = "*".repeat(LONGEST_MARK) + "...";

  private final Map<String, Integer> marks = new TreeMap<>();
  private final TextColumn words = new TextColumn();
  private final BitSet wordy = new BitSet();
  private double[] values = new double[32];
  private int rows;
  private boolean whole = true;

  @Override
  public void add(byte[] source, int from, int to) {
    String text = new String(source, from, to - from, StandardCharsets.ISO_8859_1);
    Numeral numeral = Numeral.of(text);
    if (numeral == Numeral.WORDS) {
      addWord(TextBytes.decoded(source, from, to));
      return;
    }
    addNumber(numeral.toDouble(text), numeral == Numeral.INTEGER);
    if (numeral == Numeral.MISSING) {
      marks.merge(text.length() > LONGEST_MARK ? MANY_STARS : text, 1, Integer::sum);
    }
  }

  @Override
  public void addMissing(String mark) {
    addNumber(Double.NaN, false);
    marks.merge(Excerpt.of(mark), 1, Integer::sum);
  }

  /** Adds a number; NaN if missing. */
  private void addNumber(double value, boolean integer) {
    add(value);
    whole &= integer || Double.isNaN(value);
  }

  /** Adds what is not a number; a truth counts as 1 or 0 if the column has truths alone. */
  private void addWord(String text) {
    wordy.set(rows);
    words.add(text);
    add(text.equalsIgnoreCase("true") ? 1 : 0);
  }

  private void add(double value) {
    if (rows == values.length) {
      values = Arrays.copyOf(values, TextColumn.larger(rows, 1));
    }
    values[rows++] = value;
  }

  /** How often each mark of a missing value was seen. */
  public Map<String, Integer> marks() {
    return marks;
  }

  @Override
  public Cells cells() {
    return NumberCells.of(Arrays.copyOf(values, rows), wordy, words.cells(), whole);
  }
}
