package dev.parallax.engine.block;

import dev.parallax.text.Choices;

/** How an item went. */
public enum ItemStatus {
  /** It has every response. */
  OK,
  /** Something was thrown, or it took too long: it has no responses. */
  FAILED,
  /** It was computed, and a response is not a number. */
  NAN;

  /** As tables say it: {@code ok}, {@code failed}, {@code nan}. */
  @Override
  public String toString() {
    return Choices.text(this);
  }
}
