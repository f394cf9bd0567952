package dev.parallax.bootstrap.resampling;

import dev.parallax.text.Choices;

/** What is random where measurement errors are known: Curran's three methods. */
public enum ErrorMode {
  /** Which rows are drawn; the values stay as measured. */
  RESAMPLE,
  /** The values, within their errors; the rows stay. */
  PERTURB,
  /** Both: rows are drawn, and then their values. */
  BOTH;

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
