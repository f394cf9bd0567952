package dev.parallax.engine;

/** What is said of each item besides its inputs and responses. */
public enum ItemDetail {
  /** Nothing. */
  NONE,
  /** How it went. */
  STATUS,
  /** How it went, and how long it took. */
  STATUS_AND_SECONDS
}
