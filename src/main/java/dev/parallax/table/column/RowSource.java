package dev.parallax.table.column;

import java.util.List;
import java.util.Map;

/**
 * Rows to write, as many as there may be: they are asked for one after another and never all held.
 */
public interface RowSource {

  /** The table's name. */
  String name();

  /** The columns, in order; each name once. */
  List<ColumnHeader> columns();

  /** How many rows each pass has. */
  long rows();

  /**
   * What to say about the table as a whole, such as the seed, in the map's order. CSV has no place
   * for it.
   */
  default Map<String, String> metadata() {
    return Map.of();
  }

  /** Starts a pass over the rows; there may be several, each with the same rows. */
  RowCursor open();
}
