package dev.parallax.workload.sweep.design;

import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.stream.DoubleStream;

/**
 * A random shift of all points modulo 1, the same for every point: it leaves the distances of a
 * sequence's points as they are, round the edges, and makes each of them uniform.
 *
 * @see <a href="https://doi.org/10.1137/0713071">Cranley and Patterson (1976)</a>
 */
final class Shift {
  /** The stream of no point. */
  private static final long STREAM = -1;

  private Shift() {}

  static double[] none(int dimension) {
    return new double[dimension];
  }

  static double[] random(long seed, int dimension) {
    RandomStream random = RandomStream.of(seed, Purpose.DESIGN, STREAM);
    return DoubleStream.generate(random::nextDouble).limit(dimension).toArray();
  }

  /** A coordinate, shifted. */
  static double shifted(double coordinate, double by) {
    double moved = coordinate + by;
    return moved < 1 ? moved : moved - 1;
  }
}
