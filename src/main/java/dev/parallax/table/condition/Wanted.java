package dev.parallax.table.condition;

import dev.parallax.table.column.ColumnNames;
import dev.parallax.table.column.ColumnUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which columns of a file are wanted, so that nothing else of a large file is kept. A column read
 * as numbers takes 8 bytes a row; as text, what it has in the file and 4 bytes.
 */
public final class Wanted {
  private static final Wanted EVERYTHING =
      new Wanted(true, List.of(), List.of(), List.of(), List.of(), false);

  private final boolean everything;
  private final List<String> numbers;
  private final List<String> possible;
  private final List<String> texts;
  private final List<RowTest.Comparison> comparisons;
  private final boolean labels;

  private Wanted(
      boolean everything,
      List<String> numbers,
      List<String> possible,
      List<String> texts,
      List<RowTest.Comparison> comparisons,
      boolean labels) {
    this.everything = everything;
    this.numbers = numbers;
    this.possible = possible;
    this.texts = texts;
    this.comparisons = comparisons;
    this.labels = labels;
  }

  /** Every column, with its cells as they stand in the file. */
  public static Wanted everything() {
    return EVERYTHING;
  }

  /** These columns, by name or number, to be asked for by {@code Table.doubles}. */
  public static Wanted numbers(List<String> columns) {
    return new Wanted(false, List.copyOf(columns), List.of(), List.of(), List.of(), false);
  }

  /** These as numbers too, as far as there are such columns. */
  public Wanted andIfThere(List<String> columns) {
    return new Wanted(everything, numbers, List.copyOf(columns), texts, comparisons, labels);
  }

  /** These as well, with their cells as they stand in the file. */
  public Wanted andTexts(List<String> columns) {
    List<String> all = Stream.concat(texts.stream(), columns.stream()).toList();
    return new Wanted(everything, numbers, possible, all, comparisons, labels);
  }

  /** Those that a condition is on, too. */
  public Wanted and(Condition condition) {
    List<RowTest.Comparison> all =
        Stream.concat(comparisons.stream(), condition.comparisons()).toList();
    return new Wanted(everything, numbers, possible, texts, all, labels);
  }

  /** What {@code Table.labels} calls the rows by, too. */
  public Wanted andLabels() {
    return new Wanted(everything, numbers, possible, texts, comparisons, true);
  }

  /** These, without what the rows are called by. */
  public Wanted withoutLabels() {
    return new Wanted(everything, numbers, possible, texts, comparisons, false);
  }

  /**
   * The use of each column of a table.
   *
   * @throws IllegalArgumentException if a wanted column is not there
   */
  public List<ColumnUse> uses(ColumnNames names) {
    List<ColumnUse> uses = new ArrayList<>();
    names.names().forEach(name -> uses.add(everything ? ColumnUse.TEXT : ColumnUse.NOTHING));
    numbers.forEach(column -> raise(uses, names.index(column), ColumnUse.NUMBERS));
    possible.stream()
        .filter(names::has)
        .forEach(column -> raise(uses, names.index(column), ColumnUse.NUMBERS));
    texts.forEach(column -> raise(uses, names.index(column), ColumnUse.TEXT));
    if (labels && !uses.isEmpty()) {
      uses.set(
          0,
          uses.get(0) == ColumnUse.NOTHING ? ColumnUse.TEXT : uses.get(0)); // numbers are no names
    }
    for (RowTest.Comparison comparison : comparisons) {
      boolean plain = comparison.bound().isDouble();
      raise(uses, comparison.place(names), plain ? ColumnUse.NUMBERS : ColumnUse.TEXT);
    }
    return uses;
  }

  private static void raise(List<ColumnUse> uses, int place, ColumnUse use) {
    uses.set(place, uses.get(place).compareTo(use) < 0 ? use : uses.get(place));
  }
}
