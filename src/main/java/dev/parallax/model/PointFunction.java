package dev.parallax.model;

import dev.parallax.random.RandomStream;
import java.io.Serializable;
import java.util.List;

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

  /**
   * A function of a point with a value of any type: a number, a truth value, a text or an enum; an
   * array of numbers, always of one length, such as {@code double[]}; or a record of these, whose
   * components are the responses. Floating-point numbers may be null, for NaN, and so may texts,
   * for empty ones. What the first answer is, all others are to be; one that is not fails.
   */
  @FunctionalInterface
  interface ToObject extends Serializable {

    /**
     * The names of the parameters, so that others, and missing ones, are refused before anything is
     * evaluated; none if that is not to be checked.
     */
    default List<String> parameters() {
      return List.of();
    }

    /**
     * The function's value.
     *
     * @param point the point, good until the function returns
     * @param random this point's own random stream
     * @throws Exception if there is none: the point is recorded as failed, with the message
     */
    Object apply(Point point, RandomStream random) throws Exception;
  }
}
