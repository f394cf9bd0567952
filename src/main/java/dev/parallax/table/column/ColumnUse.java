package dev.parallax.table.column;

/** As what a column is to be read; text serves all purposes. */
public enum ColumnUse {
  NOTHING,
  NUMBERS,
  TEXT;

  /** An empty column for cells of a text file. */
  public GrowingColumn open() {
    return switch (this) {
      case NOTHING -> new GrowingColumn.Unread();
      case NUMBERS -> new NumberColumn();
      case TEXT -> new TextColumn();
    };
  }
}
