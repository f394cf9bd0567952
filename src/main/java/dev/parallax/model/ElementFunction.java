package dev.parallax.model;

import dev.parallax.random.RandomStream;
import java.io.Serializable;
import java.util.function.IntFunction;

/**
 * A function of one element, mapped over an array. Implement one of the kinds below: four of an
 * integer, that differ in what they return, one of all integers of a slice at once, two of a real
 * number and two of a text.
 *
 * <p>An implementation has a public constructor without arguments and can be serialised: it is sent
 * to each worker once, and called there from several threads, so it keeps no state between calls.
 */
public sealed interface ElementFunction extends Serializable {

  /** What the result column is called, where the value is no record. */
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

  /**
   * A property of integers that is cheaper to decide for many integers together than one by one.
   */
  interface BatchPredicate extends ToBoolean {

    /**
     * Decides every element; the answers are those of {@link #test} one by one. Fails for no
     * element.
     *
     * @param elements the integers; not changed
     * @param results where the answer for each element goes, as long as {@code elements}
     * @throws IllegalArgumentException if the lengths differ
     */
    void testAll(long[] elements, boolean[] results);
  }

  /** A function of a real number, with a real value. */
  @FunctionalInterface
  non-sealed interface OfReal extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the number; an integer of an array of integers, if a double has it
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    double apply(double element, RandomStream random) throws Exception;
  }

  /** A function of a text, such as a line or the path of a file, with a real value. */
  @FunctionalInterface
  non-sealed interface OfText extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the text; the digits of a number of an array of numbers
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    double apply(String element, RandomStream random) throws Exception;
  }

  /**
   * A function of an integer, with a value of any type, as {@link PointFunction.ToObject} has it.
   */
  @FunctionalInterface
  non-sealed interface ToObject extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the integer
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    Object apply(long element, RandomStream random) throws Exception;
  }

  /**
   * A function of a real number, with a value of any type, as {@link PointFunction.ToObject} has
   * it.
   */
  @FunctionalInterface
  non-sealed interface OfRealToObject extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the number
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    Object apply(double element, RandomStream random) throws Exception;
  }

  /** A function of a text, with a value of any type, as {@link PointFunction.ToObject} has it. */
  @FunctionalInterface
  non-sealed interface OfTextToObject extends ElementFunction {

    /**
     * The function's value.
     *
     * @param element the text
     * @param random this item's own random stream
     * @throws Exception if there is none: the item is recorded as failed, with the message
     */
    Object apply(String element, RandomStream random) throws Exception;
  }

  /**
   * A function of all integers of a slice at once, as array languages have them, with a real value
   * for each. Slices are of any size, one included, so a value may depend on its own element and
   * random stream alone; {@code --verify} finds out a function of which that is not true. If it
   * throws, every item of the slice is recorded as failed.
   */
  @FunctionalInterface
  non-sealed interface OfSlice extends ElementFunction {

    /**
     * The function's values.
     *
     * @param elements the slice's integers, in order; may be changed
     * @param random the random stream of the item at a place of the slice, from 0; good until the
     *     next is asked for
     * @return a value for each element, in order
     * @throws Exception if there are none: the items are recorded as failed, with the message
     */
    double[] apply(long[] elements, IntFunction<RandomStream> random) throws Exception;
  }
}
