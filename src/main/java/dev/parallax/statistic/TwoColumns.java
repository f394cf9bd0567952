package dev.parallax.statistic;

import dev.parallax.model.Statistic;

/** A statistic of two columns. */
interface TwoColumns extends Statistic {

  @Override
  default int columns() {
    return 2;
  }
}
