package dev.parallax.workload.sweep.design;

import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;

/**
 * Independent random points: each from its own stream.
 *
 * @param seed what the streams come from
 */
record Independent(long seed) implements Sampling {

  @Override
  public Design.Pass open() {
    RandomStream random = RandomStream.of(seed, Purpose.DESIGN, 0);
    return (item, point) -> {
      random.moveTo(item);
      Arrays.setAll(point, p -> random.nextDouble());
    };
  }
}
