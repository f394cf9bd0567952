package dev.parallax.bootstrap.resampling;

import dev.parallax.text.Choices;

/** Which runs of rows a block bootstrap draws. */
public enum BlockKind {
  /**
   * Runs of one length that lie within the series.
   *
   * @see <a href="https://doi.org/10.1214/aos/1176347265">Künsch (1989)</a>
   */
  MOVING,
  /** Runs of one length that go on from the last row to the first (Politis and Romano 1992). */
  CIRCULAR,
  /**
   * Runs of geometric lengths with the given mean, likewise.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1994.10476870">Politis and Romano (1994)</a>
   */
  STATIONARY;

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
