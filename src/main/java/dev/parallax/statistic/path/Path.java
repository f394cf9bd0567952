package dev.parallax.statistic.path;

import dev.parallax.model.Expansion;

/** One value of a statistic as weights leave 1 / n: what {@code Statistic.Smooth} is of several. */
public interface Path {

  /** Towards all weight on a row. */
  Expansion towards(int row);

  /** Along a direction, over the weights' sum. */
  Expansion along(double[] direction);

  /** To the rows without one. */
  default Expansion without(int row) {
    return Expansion.changing(Double.NaN, Double.NaN);
  }
}
