package dev.parallax.model.expression;

import dev.parallax.random.RandomStream;

/** What expressions are compiled to; without state, so for any number of threads. */
@FunctionalInterface
public interface Formula {

  /**
   * Evaluates all expressions, one after another, each from left to right.
   *
   * @param n the numbers that they use
   * @param t the texts that they use
   * @param q the texts that stand in them
   * @param random where draws come from
   * @param r where the results go that are numbers, or 1 for true and 0 for false
   * @param s where those go that are texts; as many as there are results
   */
  void evaluate(double[] n, String[] t, String[] q, RandomStream random, double[] r, String[] s);
}
