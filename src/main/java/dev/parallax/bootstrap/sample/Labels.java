package dev.parallax.bootstrap.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a column says of each row, as numbers in the order of first appearance.
 *
 * @param names the different labels
 * @param numbers for each row the place of its label among the names
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record Labels(List<String> names, int[] numbers) {

  static Labels of(List<String> texts) {
    Map<String, Integer> known = new LinkedHashMap<>();
    int[] numbers = new int[texts.size()];
    for (int row = 0; row < numbers.length; row++) {
      String label = texts.get(row);
      known.putIfAbsent(label, known.size());
      numbers[row] = known.get(label);
    }
    return new Labels(List.copyOf(known.keySet()), numbers);
  }

  /** All rows alike. */
  static Labels none(int rows) {
    return new Labels(List.of(""), new int[rows]);
  }

  /** Labels of both: equal where both are. */
  Labels with(Labels other) {
    List<String> both = new java.util.ArrayList<>();
    for (int row = 0; row < numbers.length; row++) {
      both.add(numbers[row] + " " + other.numbers[row]);
    }
    return of(both);
  }

  public int count() {
    return names.size();
  }

  /** How many rows have each label. */
  int[] sizes() {
    int[] sizes = new int[count()];
    for (int number : numbers) {
      sizes[number]++;
    }
    return sizes;
  }
}
