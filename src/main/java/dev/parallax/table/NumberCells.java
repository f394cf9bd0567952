package dev.parallax.table;

import java.util.BitSet;

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
    NumberColumn some = new NumberColumn();
    for (int row : kept) {
      if (wordy.get(row)) {
        some.addWord(word(row));
      } else {
        some.addNumber(values[row], type == CellType.LONG);
      }
    }
    return some.cells();
  }

  private String word(int row) {
    return words.text(wordy.get(0, row).cardinality());
  }
}
