package dev.parallax.model;

import dev.parallax.random.RandomStream;
import java.io.Serializable;

/**
 * A function of a point, for a sweep: a lambda such as {@code (p, random) ->
 * StrictMath.sin(p.number("x"))}. It is sent to each worker once, and called there from several
 * threads, so it keeps no state between calls.
 */
@FunctionalInterface
public interface PointFunction extends Serializable {

  /**
   * The function's value.
   *
   * @param point the point, good until the function returns
   * @param random this point's own random stream
   * @throws Exception if there is none: the point is recorded as failed, with the message
   */
  double apply(Point point, RandomStream random) throws Exception;

  /** A function of a point with several values. */
  @FunctionalInterface
  interface Several extends Serializable {

    /**
     * The function's values.
     *
     * @param point the point, good until the function returns
     * @param random this point's own random stream
     * @throws Exception if there are none: the point is recorded as failed, with the message
     */
    double[] apply(Point point, RandomStream random) throws Exception;
  }
}
