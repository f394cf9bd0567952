package dev.parallax.report.figure;

import java.util.Arrays;

/** The different ones of some numbers. */
public final class Distinct {
  private Distinct() {}

  /** The finite numbers that there are, once each, rising. */
  public static double[] of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int count = 0;
    for (double value : sorted) {
      if (count == 0 || value != sorted[count - 1]) {
        sorted[count++] = value;
      }
    }
    return Arrays.copyOf(sorted, count);
  }
}
