package dev.parallax.model;

import dev.parallax.random.RandomStream;
import java.io.Serializable;

/**
 * A function of one integer, mapped over an array. Implement one of the three kinds below, which
 * differ in what they return.
 *
 * <p>An implementation has a public constructor without arguments and can be serialised: it is sent
 * to each worker once, and called there from several threads, so it keeps no state between calls.
 */
public sealed interface ElementFunction extends Serializable {

  /** What the result column is called. */
  default String response() {
    return "value";
  }

  /** A function with a real value. */
  @FunctionalInterface
  non-sealed interface ToDouble extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the integer
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    double apply(long element, RandomStream random) throws Exception;
  }

  /** A function with an integer value. */
  @FunctionalInterface
  non-sealed interface ToLong extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the integer
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    long apply(long element, RandomStream random) throws Exception;
  }

  /** A property that an integer has or not. */
  @FunctionalInterface
  non-sealed interface ToBoolean extends ElementFunction {

    /**
     * Whether the integer has the property.
     *
     * @param element the integer
     * @param random this item's own random stream
     * @throws Exception if that cannot be said: the item is recorded as failed, with the message
     */
    boolean test(long element, RandomStream random) throws Exception;
  }
}
