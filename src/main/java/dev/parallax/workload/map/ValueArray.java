package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.NumberText;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.table.Table;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.text.Digits;
import dev.parallax.text.Numbers;
import dev.parallax.workload.point.PointSource;
import dev.parallax.workload.value.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Real numbers, or texts, to map over. Numbers that follow from their place take no memory; of
 * others, and of texts, a slice's share travels with that slice only.
 */
public final class ValueArray implements MapArray {
  private static final List<String> NAMES = List.of(ELEMENT);

  /** The numbers that follow from their place, or none. */
  private final Optional<Values> spaced;

  /** The others; of texts, the place of each among the different ones. */
  private final double[] numbers;

  private final Response element;

  /** What the function is told in place of the element's texts. */
  private final List<String> told;

  private final String source;
  private final Optional<Table> table;

  /** The table's column. */
  private final String column;

  private ValueArray(
      Optional<Values> spaced,
      double[] numbers,
      Response element,
      List<String> told,
      String source,
      Optional<Table> table,
      String column) {
    this.spaced = spaced;
    this.numbers = numbers;
    this.element = element;
    this.told = told;
    this.source = source;
    this.table = table;
    this.column = column;
  }

  private ValueArray(
      Optional<Values> spaced,
      double[] numbers,
      Response element,
      String source,
      Optional<Table> table,
      String column) {
    this(spaced, numbers, element, element.levels(), source, table, column);
  }

  /**
   * The given numbers.
   *
   * @throws IllegalArgumentException if there are none, or one is not finite
   */
  public static ValueArray of(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "an array has finite numbers, not " + Digits.shortest(value));
      }
    }
    return new ValueArray(
        Optional.empty(), some(values.clone()), named(List.of()), "", Optional.empty(), "");
  }

  /** Evenly or otherwise spaced numbers. */
  public static ValueArray of(Values values) {
    Values.Spaced.checkSteps(values);
    return new ValueArray(
        Optional.of(values), new double[0], named(List.of()), "", Optional.empty(), "");
  }

  /**
   * The given texts, of which some may be alike.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ValueArray of(List<String> texts) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    double[] places = places(texts, levels);
    return new ValueArray(
        Optional.empty(), places, named(List.copyOf(levels.keySet())), "", Optional.empty(), "");
  }

  /** A column of a table: its texts, or its numbers. */
  static ValueArray of(Table table, ColumnHeader header, boolean texts) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    double[] numbers =
        texts ? places(table.texts(header.name()), levels) : table.doubles(header.name());
    Response element =
        new Response(
            ELEMENT,
            ColumnType.DOUBLE,
            header.unit(),
            header.description(),
            List.copyOf(levels.keySet()));
    return new ValueArray(
        Optional.empty(),
        some(numbers),
        element,
        table.toString(),
        Optional.of(table),
        header.name());
  }

  /** These, and what is said of where they come from. */
  ValueArray from(String other) {
    return new ValueArray(spaced, numbers, element, told, other, table, column);
  }

  /**
   * These texts, of which the function is told others: where a file is found, say. Tables, summary
   * and pictures have them as they are.
   */
  ValueArray told(UnaryOperator<String> others) {
    List<String> texts = element.levels().stream().map(others).toList();
    return new ValueArray(spaced, numbers, element, texts, source, table, column);
  }

  private static Response named(List<String> levels) {
    return new Response(ELEMENT, ColumnType.DOUBLE, "", "", levels);
  }

  private static double[] places(List<String> texts, Map<String, Integer> levels) {
    double[] places = new double[texts.size()];
    for (int i = 0; i < places.length; i++) {
      Integer place = levels.putIfAbsent(texts.get(i), levels.size());
      places[i] = place == null ? levels.size() - 1 : place;
    }
    return some(places);
  }

  private static double[] some(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("an array has one element or more");
    }
    return values;
  }

  @Override
  public long size() {
    return spaced.map(Values::size).orElse((long) numbers.length);
  }

  @Override
  public String counted() {
    return Numbers.count(size(), element.isText() ? "text" : "real number");
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Optional<Table> table() {
    return table;
  }

  @Override
  public Optional<String> odd(boolean integers) {
    try {
      table.ifPresent(read -> numbers(read, integers));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private void numbers(Table read, boolean integers) {
    if (integers) {
      read.longs(column);
    } else {
      read.doubles(column);
    }
  }

  @Override
  public Response element() {
    return element;
  }

  @Override
  public Column.Doubles entries(Block block, long seed) {
    double[] entries = new double[block.size()];
    Arrays.setAll(
        entries,
        i -> spaced.isPresent() ? spaced.get().at(block.item(i)) : numbers[(int) block.item(i)]);
    return new Column.Doubles(entries);
  }

  @Override
  public Share data(Block block) {
    if (spaced.isPresent()) {
      return Share.NOTHING;
    }
    double[] entries = entries(block, 0).values();
    return element.isText()
        ? Share.of(Arrays.stream(entries).mapToObj(k -> told.get((int) k)).toList())
        : Share.of(entries);
  }

  @Override
  public PointSource<Share> points(long seed) {
    return spaced.<PointSource<Share>>map(Computed::new).orElseGet(Shared::new);
  }

  /** Numbers that follow from their places. */
  private record Computed(Values values) implements PointSource<Share> {
    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Opening.Places places(Slice<Share> slice) {
      return place -> {
        long item = slice.block().item(place);
        return new Element(item, values.at(item), Optional.empty());
      };
    }
  }

  /** Numbers or texts that came with the slice. */
  private record Shared() implements PointSource<Share> {
    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Opening.Places places(Slice<Share> slice) {
      Share share = slice.data();
      return place -> {
        long item = slice.block().item(place);
        return share.texts().isEmpty()
            ? new Element(item, share.numbers()[place], Optional.empty())
            : new Element(item, Double.NaN, Optional.of(share.texts().get(place)));
      };
    }
  }

  /** One element. */
  private record Element(long item, double value, Optional<String> words) implements Point {
    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Optional<String> flaw() {
      boolean missing = words.map(String::isEmpty).orElse(Double.isNaN(value));
      return missing ? Optional.of("the element is missing") : Optional.empty();
    }

    @Override
    public boolean isText(int place) {
      return words.isPresent();
    }

    @Override
    public double number(int place) {
      if (words.isPresent()) {
        throw new IllegalArgumentException("the element is a text, not a number");
      }
      return value;
    }

    @Override
    public String text(int place) {
      return words.orElseGet(() -> NumberText.of(value));
    }
  }
}
