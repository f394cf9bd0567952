package dev.parallax.kernel;

import dev.parallax.model.ElementFunction;

/** A property of integers that is cheaper to decide for many integers together than one by one. */
public interface BatchPredicate extends ElementFunction.ToBoolean {

  /**
   * Decides every element; the answers are those of {@link #test} one by one. Fails for no element.
   *
   * @param elements the integers; not changed
   * @param results where the answer for each element goes, as long as {@code elements}
   * @throws IllegalArgumentException if the lengths differ
   */
  void testAll(long[] elements, boolean[] results);
}
