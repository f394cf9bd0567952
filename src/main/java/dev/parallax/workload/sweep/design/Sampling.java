package dev.parallax.workload.sweep.design;

import java.io.Serializable;

/** Points spread over the unit cube, [0, 1) in every dimension, each found from its index alone. */
sealed interface Sampling extends Serializable
    permits Independent, LatinHypercube, SobolSequence, HaltonSequence {

  /** Begins a pass over points, for one thread; it writes a coordinate for each dimension. */
  Design.Pass open();

  /** Whether point 0 is the origin. */
  default boolean hasOrigin() {
    return false;
  }
}
