package dev.parallax.engine.block;

/** What the entries of a result column are. */
public enum ColumnType {
  /** IEEE 754 binary64. */
  DOUBLE,
  /** Signed 64-bit integers. */
  LONG,
  /** True or false. */
  BOOLEAN,
  /** Texts, none of them null. */
  TEXT
}
