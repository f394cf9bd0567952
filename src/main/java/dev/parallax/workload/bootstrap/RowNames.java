package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the rows of a sample, or its clusters, are called: by the table's first column if that is of
 * words, as it is in most catalogues, else by number.
 *
 * @param sample the rows that are resampled
 */
record RowNames(Sample sample) {

  /** What is named. */
  String item() {
    return clusters().isPresent() ? "cluster" : "row";
  }

  private Optional<String> clusters() {
    return sample.roles().clusters();
  }

  /** Numbers from 1: of rows, as in the file; of clusters, and of two columns, in order. */
  int[] numbers(int items) {
    int[] numbers = new int[items];
    Arrays.setAll(numbers, i -> clusters().isEmpty() ? sample.number(i) : i + 1);
    return numbers;
  }

  List<String> names(int items) {
    if (sample.roles().stacked()) {
      return IntStream.range(0, items).mapToObj(sample::describe).toList();
    }
    int[] places = sample.places();
    if (clusters().isPresent()) {
      List<String> labels = sample.table().texts(clusters().get());
      return IntStream.range(0, items)
          .mapToObj(i -> labels.get(places[sample.leftOut(i)]))
          .toList();
    }
    List<String> labels = sample.table().labels().orElse(List.of());
    return IntStream.range(0, items)
        .mapToObj(i -> name(labels, places[i], sample.number(i)))
        .toList();
  }

  private static String name(List<String> labels, int place, int number) {
    boolean named = !labels.isEmpty() && !labels.get(place).isBlank();
    return named ? labels.get(place) : "row " + number;
  }
}
