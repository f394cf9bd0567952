package dev.parallax.table.column;

/** What the cells of a column are. Any cell may be missing. */
public enum CellType {
  /** IEEE 754 binary64. */
  DOUBLE,
  /** Signed 64-bit integers. */
  LONG,
  /** True or false. */
  BOOLEAN,
  /** Text. */
  TEXT
}
