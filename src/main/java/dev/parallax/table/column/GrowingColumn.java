package dev.parallax.table.column;

/** A column of a text file as it grows. */
public sealed interface GrowingColumn permits TextColumn, NumberColumn, GrowingColumn.Unread {

  /** Adds the cell in a part of a line's bytes, without white space around it. */
  void add(byte[] source, int from, int to);

  /** Adds a cell that its table declares to be missing, and how it says so. */
  void addMissing(String mark);

  Cells cells();

  /** A column that nobody wants. */
  final class Unread implements GrowingColumn {
    private int rows;

    @Override
    public void add(byte[] source, int from, int to) {
      rows++;
    }

    @Override
    public void addMissing(String mark) {
      rows++;
    }

    @Override
    public Cells cells() {
      return new Cells.Unread(rows, CellType.TEXT);
    }
  }
}
