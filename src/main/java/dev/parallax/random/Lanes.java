package dev.parallax.random;

/**
 * The inner loops over the eight lanes. Two implementations give the same bits: {@link ScalarLanes}
 * and, where the JVM has the Vector API and the machine the registers, {@code VectorLanes}.
 *
 * <p>A state holds word {@code w} of lane {@code l} at {@code 8 w + l}. A word of lane {@code l}
 * lies at an index of {@code words} that is {@code l} modulo 8. The samplers read the words from
 * index {@code from} (inclusive) to {@code to} (exclusive), write the numbers of the rejected draws
 * in ascending order to {@code rejected}, draw 0 being the first, and return how many they are; the
 * caller resolves them from the spare generator in that order. The array {@code rejected} has room
 * for four times the words.
 *
 * <p>Implementations have no state of their own: all threads share them.
 */
interface Lanes {

  int WIDTH = Keys.LANES;

  /** Advances every lane {@code steps} times; step t gives {@code words[8 t .. 8 t + 7]}. */
  void words(long[] state, long[] words, int steps);

  /**
   * Adds the normal of each word to its lane's sum; a rejected one adds nothing. The array {@code
   * scratch} is as long as that of the words; what it holds afterwards is undefined.
   */
  int sum(long[] words, int from, int to, double[] scratch, double[] sums, int[] rejected);

  /** Writes the normal of each word to {@code out}, from index {@code at}. */
  int normals(long[] words, int from, int to, double[] out, int at, int[] rejected);

  /**
   * Writes two values below {@code bound} for each word to {@code out}, from index {@code at}: the
   * low half's, then the high half's.
   */
  int bounded(long[] words, int from, int to, int bound, int[] out, int at, int[] rejected);

  /**
   * Writes a Poisson count to each of {@code out[at .. end - 1]}, four from each word, the lowest
   * bits first; a rejected one is {@link PoissonCells#UNDECIDED}. Unlike the others, this ends the
   * list of the rejected with -1 and returns the sum of what it wrote.
   */
  int poisson(
      long[] words, int from, PoissonCells cells, int[] out, int at, int end, int[] rejected);
}
