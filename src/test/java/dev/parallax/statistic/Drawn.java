package dev.parallax.statistic;

import dev.parallax.model.Resample;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A resample made by hand. */
public record Drawn(int[] rows, int[] counts) implements Resample {

  static Drawn of(int dataRows, int... rows) {
    int[] counts = new int[dataRows];
    for (int row : rows) {
      counts[row]++;
    }
    return new Drawn(rows, counts);
  }

  static Drawn identity(int n) {
    return of(n, IntStream.range(0, n).toArray());
  }

  public static Drawn random(int n, RandomGenerator random) {
    return of(n, random.ints(n, 0, n).toArray());
  }

  /** A copy of the drawn values, for those who cannot do without. */
  double[] copy(double[] column) {
    return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
  }
}
