package dev.parallax.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Each of n rows once: the data set itself. */
record AllRows(int size) implements Resample {

  @Override
  public int[] rows() {
    return IntStream.range(0, size).toArray();
  }

  @Override
  public int[] counts() {
    int[] counts = new int[size];
    Arrays.fill(counts, 1);
    return counts;
  }
}
