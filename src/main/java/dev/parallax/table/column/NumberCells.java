package dev.parallax.table.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The cells of a text file's column that was read as numbers.
 *
 * @param values the numbers, NaN where missing
 * @param wordy the rows whose cells are no numbers
 * @param words those cells, in order
 * @param type BOOLEAN if the words are truths alone, TEXT if they are not, else what the numbers
 *     are
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record NumberCells(double[] values, BitSet wordy, Cells words, CellType type) implements Cells {

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public double number(int row) {
    if (wordy.get(row) && type != CellType.BOOLEAN) {
      throw new ArithmeticException("'" + word(row) + "' is not a number");
    }
    return values[row];
  }

  @Override
  public long integer(int row) {
    return new Doubles(new double[] {number(row)}).integer(0);
  }

  @Override
  public String text(int row) {
    return wordy.get(row) ? word(row) : new Doubles(new double[] {values[row]}).text(0);
  }

  @Override
  public Cells select(int[] kept) {
    double[] some = Arrays.stream(kept).mapToDouble(row -> values[row]).toArray();
    BitSet wordyOnes = new BitSet();
    for (int i = 0; i < kept.length; i++) {
      wordyOnes.set(i, wordy.get(kept[i]));
    }
    Cells theirs = words.select(places(kept));
    return of(some, wordyOnes, theirs, type == CellType.LONG);
  }

  /** The place among the words of each of these rows that has one. */
  private int[] places(int[] kept) {
    int[] before = new int[values.length];
    for (int row = 1; row < before.length; row++) {
      before[row] = before[row - 1] + (wordy.get(row - 1) ? 1 : 0);
    }
    return Arrays.stream(kept).filter(wordy::get).map(row -> before[row]).toArray();
  }

  /**
   * Finds their type.
   *
   * @param integers whether all numbers were written as integers
   */
  static NumberCells of(double[] values, BitSet wordy, Cells words, boolean integers) {
    return new NumberCells(values, wordy, words, type(values, wordy, words, integers));
  }

  private static CellType type(double[] values, BitSet wordy, Cells words, boolean integers) {
    boolean numbers =
        IntStream.range(0, values.length)
            .anyMatch(row -> !wordy.get(row) && !Double.isNaN(values[row]));
    if (wordy.isEmpty()) {
      return integers && numbers ? CellType.LONG : CellType.DOUBLE;
    }
    boolean truths =
        !numbers && IntStream.range(0, words.rows()).allMatch(i -> isTruth(words.text(i)));
    return truths ? CellType.BOOLEAN : CellType.TEXT;
  }

  private static boolean isTruth(String word) {
    return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
  }

  private String word(int row) {
    return words.text(wordy.get(0, row).cardinality());
  }
}
