package dev.parallax.table.column;

/**
 * One pass over the rows of a {@link RowSource}. Only the methods for the types that its columns
 * have are called, and none of them for a cell that is missing.
 */
public interface RowCursor {

  /** Moves to the next row, at first to the first; false if there is none. */
  boolean next();

  /** Whether the row has no value in the column. */
  boolean isMissing(int column);

  /** The row's value in a column of doubles; NaN and infinities are values, not missing. */
  default double doubleAt(int column) {
    throw new UnsupportedOperationException("no column of doubles: " + column);
  }

  /** The row's value in a column of longs. */
  default long longAt(int column) {
    throw new UnsupportedOperationException("no column of longs: " + column);
  }

  /** The row's value in a column of booleans. */
  default boolean booleanAt(int column) {
    throw new UnsupportedOperationException("no column of booleans: " + column);
  }

  /** The row's value in a column of text. */
  default String textAt(int column) {
    throw new UnsupportedOperationException("no column of text: " + column);
  }

  /** The row's numbers in a column whose cells are arrays. */
  default double[] arrayAt(int column) {
    throw new UnsupportedOperationException("no column of arrays: " + column);
  }
}
