package dev.parallax.workload.sweep.design;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The direction numbers of the Sobol' sequence by Joe and Kuo, from the first lines of their file.
 *
 * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo (2008)</a>
 */
final class DirectionNumbers {
  /** How many dimensions the file has. */
  static final int MOST = 1000;

  /** How many bits an index may have, and a direction number has. */
  static final int BITS = 52;

  private static final String FILE = "new-joe-kuo-6.1000";

  private DirectionNumbers() {}

  /**
   * A direction number for each dimension and bit.
   *
   * @throws IllegalArgumentException if there are too many dimensions
   */
  static long[][] of(int dimension) {
    if (dimension > MOST) {
      throw new IllegalArgumentException(
          "a sobol sequence has " + MOST + " dimensions at most, not " + dimension);
    }
    long[][] numbers = new long[dimension][];
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DirectionNumbers.class.getResourceAsStream(FILE), StandardCharsets.US_ASCII))) {
      lines.readLine(); // the columns' names
      for (int p = 0; p < dimension; p++) {
        numbers[p] = p == 0 ? first() : numbers(lines.readLine());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }

  /** Dimension 1, which the file leaves out: van der Corput's. */
  private static long[] first() {
    long[] numbers = new long[BITS];
    Arrays.setAll(numbers, k -> 1L << (BITS - 1 - k));
    return numbers;
  }

  /**
   * A dimension from its line: d, the degree s and inner coefficients a of a primitive polynomial,
   * and the first s numbers m.
   */
  private static long[] numbers(String line) {
    String[] cells = line.strip().split("\\s+", -1);
    int s = Integer.parseInt(cells[1]);
    int a = Integer.parseInt(cells[2]);
    long[] numbers = new long[BITS];
    for (int k = 0; k < BITS; k++) {
      if (k < s) {
        numbers[k] = Long.parseLong(cells[3 + k]) << (BITS - 1 - k);
      } else {
        numbers[k] = numbers[k - s] ^ (numbers[k - s] >> s);
        for (int i = 1; i < s; i++) {
          numbers[k] ^= ((a >> (s - 1 - i)) & 1) * numbers[k - i];
        }
      }
    }
    return numbers;
  }
}
