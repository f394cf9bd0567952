package dev.parallax.workload.map;

import java.io.Serializable;
import java.util.List;

/**
 * What travels with a slice of an array: its elements, if they do not follow from their places.
 *
 * @param integers if they are integers
 * @param numbers if they are real numbers
 * @param texts if they are texts
 */
@SuppressWarnings("ArrayRecordComponent") // made for one slice, read only
public record Share(long[] integers, double[] numbers, List<String> texts) implements Serializable {
  /** Of elements that follow from their places. */
  static final Share NOTHING = of(new long[0]);

  static Share of(long[] integers) {
    return new Share(integers, new double[0], List.of());
  }

  static Share of(double[] numbers) {
    return new Share(new long[0], numbers, List.of());
  }

  static Share of(List<String> texts) {
    return new Share(new long[0], new double[0], texts);
  }
}
