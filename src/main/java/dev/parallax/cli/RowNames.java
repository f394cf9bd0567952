package dev.parallax.cli;

import dev.parallax.bootstrap.Sample;
import dev.parallax.table.CellType;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.Wanted;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the rows of a sample, or its clusters, are called: by the table's first column if that is of
 * words, as it is in most catalogues, else by number.
 *
 * @param file where the table comes from
 * @param table the rows that count
 * @param sample those that are resampled
 */
record RowNames(Path file, Table table, Sample sample) {

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
    boolean inFile = clusters().isEmpty() && !sample.roles().stacked();
    int[] places = sample.places();
    Arrays.setAll(numbers, i -> 1 + (inFile ? table.rowInFile(places[i]) : i));
    return numbers;
  }

  List<String> names(int items) {
    if (sample.roles().stacked()) {
      return IntStream.range(0, items).mapToObj(sample::describe).toList();
    }
    int[] places = sample.places();
    if (clusters().isPresent()) {
      List<String> labels = table.texts(clusters().get());
      return IntStream.range(0, items)
          .mapToObj(i -> labels.get(places[sample.leftOut(i)]))
          .toList();
    }
    int[] numbers = numbers(items);
    Optional<List<String>> words = firstColumn();
    return Arrays.stream(numbers)
        .mapToObj(n -> words.map(w -> w.get(n - 1)).filter(w -> !w.isBlank()).orElse("row " + n))
        .toList();
  }

  /** The job does not need it, so it has to be read now; who has a jackknife has a small table. */
  private Optional<List<String>> firstColumn() {
    String first = table.names().get(0);
    if (table.names().lastIndexOf(first) > 0) {
      return Optional.empty();
    }
    Table names = TableFile.read(file, Wanted.numbers(List.of()).andTexts(List.of(first)));
    return names.column(first).type() == CellType.TEXT
        ? Optional.of(names.texts(first))
        : Optional.empty();
  }
}
