package dev.parallax.bootstrap.interval;

import dev.parallax.text.Choices;

/** Which ends an interval has. */
public enum Side {
  /** Both, with half of the error beyond each. */
  TWO,
  /** A lower end alone, with all of the error below it. */
  LOWER,
  /** An upper end alone, with all of the error above it. */
  UPPER;

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
