package dev.parallax.table.text;

import dev.parallax.table.column.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tells whether the first line of a text table has the names or is a row: the types of its
 * cells and of those below, repetition, and whether its numbers are a series, as years are.
 *
 * @param rows the cells of the first lines, all of one width
 * @param named whether a comment above has the names
 * @param quoted whether the first line alone has its cells in quotes
 * @param blanks whether cells are apart by white space, as programs print numbers: 0 for 0.0 among
 *     others
 */
record HeaderEvidence(List<List<String>> rows, boolean named, boolean quoted, boolean blanks) {
  private static final Set<String> FOREIGN_MARKS =
      Set.of("indef", "undef", "missing", "nodata", "masked", "#n/a", "n.a.", "?", "nil");

  /** Leaves out repetitions of the first line, as where files were joined. */
  HeaderEvidence {
    List<String> first = rows.get(0);
    List<List<String>> others = rows.stream().skip(1).filter(row -> !row.equals(first)).toList();
    if (!others.isEmpty()) {
      rows = Stream.concat(Stream.of(first), others.stream()).toList();
    }
  }

  /** What the first line is. */
  enum Verdict {
    HEADER,
    ROW,
    UNDECIDED
  }

  Verdict verdict() {
    if (quoted && numbers().length > 0) {
      return Verdict.HEADER;
    }
    if (rows.size() == 1) {
      return single();
    }
    if (numbers().length == 0) {
      return wordsAlone();
    }
    boolean named = any(i -> kind(0, i) == Numeral.WORDS && below(i, Numeral::isNumber));
    if (this.named) {
      return named ? Verdict.HEADER : Verdict.ROW;
    }
    if (named) {
      return wordsAboveNumbers();
    }
    if (any(i -> kind(0, i) == Numeral.DECIMAL)) {
      return decimals();
    }
    boolean words = any(i -> kind(0, i) == Numeral.WORDS);
    return words ? integersBesideWords() : integersAlone();
  }

  private Verdict single() {
    if (any(i -> kind(0, i) == Numeral.WORDS)) {
      boolean decimal = any(i -> kind(0, i) == Numeral.DECIMAL);
      return decimal ? Verdict.ROW : numbers().length > 0 ? Verdict.UNDECIDED : Verdict.HEADER;
    }
    return Verdict.ROW;
  }

  /** No number in the first line. */
  private Verdict wordsAlone() {
    boolean number = any(i -> below(i, Numeral::isNumber));
    if (!any(i -> kind(0, i) == Numeral.WORDS)) {
      return number ? Verdict.ROW : Verdict.UNDECIDED; // marks of missing values
    }
    Set<String> texts = new HashSet<>(rows.get(0));
    boolean marks = texts.stream().allMatch(HeaderEvidence::isForeign);
    boolean same = texts.size() == 1 && rows.get(0).size() > 1;
    boolean repeated =
        !number && isRepeated() && !rows.subList(1, rows.size()).contains(rows.get(0));
    return marks || same || repeated ? Verdict.UNDECIDED : Verdict.HEADER;
  }

  /** A word that names numbers, beside numbers that may be names as well. */
  private Verdict wordsAboveNumbers() {
    boolean foreign = any(i -> isForeign(cell(0, i)) && below(i, Numeral::isNumber));
    if (foreign) {
      return Verdict.UNDECIDED;
    }
    if (any(i -> kind(0, i) == Numeral.DECIMAL)) {
      return any(i -> kind(0, i) == Numeral.DECIMAL && someBelow(i, Numeral.DECIMAL))
          ? Verdict.UNDECIDED
          : Verdict.HEADER;
    }
    boolean differ = all(numbers(), i -> !someBelow(i, Numeral.INTEGER));
    return differ || isSeries(0, 2) || areYears() ? Verdict.HEADER : Verdict.UNDECIDED;
  }

  /** A decimal number in the first line, and no word above a number. */
  private Verdict decimals() {
    boolean alone = all(numbers(), i -> below(i, kind -> kind == Numeral.INTEGER));
    return (alone && rows.size() > 2 && rows.get(0).size() > 1)
            || (isSeries(0, 3) && !belowIsSeries())
        ? Verdict.UNDECIDED
        : Verdict.ROW;
  }

  /** Integers beside words, and no word above a number. */
  private Verdict integersBesideWords() {
    boolean row = isRepeated() || any(this::looksAlike);
    boolean decimals = all(numbers(), i -> below(i, kind -> kind == Numeral.DECIMAL));
    boolean labels = startsAt(0) || startsAt(1) || isSeries(0, 3);
    boolean words = any(i -> kind(0, i).isNumber() && below(i, kind -> kind == Numeral.WORDS));
    boolean header = areYears() || (decimals && (labels || numbers().length > 1) && areDistinct());
    if (header) {
      boolean single = numbers().length == 1 && any(this::isLikeNext);
      return row || single ? Verdict.UNDECIDED : Verdict.HEADER;
    }
    return !row && (labels || decimals || words) ? Verdict.UNDECIDED : Verdict.ROW;
  }

  /** Nothing but integers and missing cells. */
  private Verdict integersAlone() {
    int count = numbers().length;
    boolean alike = belowIsSeries();
    boolean decimals = all(numbers(), i -> below(i, kind -> kind == Numeral.DECIMAL));
    if (count == 1 && rows.get(0).size() == 1) {
      boolean odd = startsAt(0) && !isRepeated();
      return odd || (decimals && rows.size() > 3) ? Verdict.UNDECIDED : Verdict.ROW;
    }
    if (startsAt(0) && isIndexed()) {
      return Verdict.HEADER; // pandas with its index
    }
    boolean series = startsAt(0) || areYears() || isSeries(0, 3);
    if (decimals && areDistinct() && count > 1) {
      boolean names = areYears() || (series && !blanks && !any(this::goesOn));
      return names ? Verdict.HEADER : Verdict.UNDECIDED;
    }
    if (any(i -> kind(0, i).isNumber() && below(i, kind -> kind == Numeral.WORDS))) {
      return series ? Verdict.HEADER : Verdict.UNDECIDED;
    }
    boolean sure = alike && !startsAt(0) && !areYears();
    boolean several = count > 1 || cell(0, 0).isEmpty(); // above an index
    return series && several && !sure ? Verdict.UNDECIDED : Verdict.ROW;
  }

  /** An empty cell above 0, 1, 2, ..., beside the numbers of columns. */
  private boolean isIndexed() {
    return cell(0, 0).isEmpty()
        && IntStream.range(1, rows.size()).allMatch(r -> cell(r, 0).equals(String.valueOf(r - 1)));
  }

  private boolean isRepeated() {
    return any(
        i ->
            !cell(0, i).isEmpty()
                && IntStream.range(1, rows.size()).anyMatch(r -> cell(r, i).equals(cell(0, i))));
  }

  /** NGC1 above NGC2: a word with digits, and another of its shape below. */
  private boolean looksAlike(int column) {
    String shape = shape(cell(0, column));
    return kind(0, column) == Numeral.WORDS
        && shape.contains("9")
        && IntStream.range(1, rows.size()).anyMatch(r -> shape(cell(r, column)).equals(shape));
  }

  /** Ann above Bob: a word of the kind of the next, where one number is all that sets it apart. */
  private boolean isLikeNext(int column) {
    String shape = shape(cell(0, column)).replaceAll("(.)\\1+", "$1");
    return kind(0, column) == Numeral.WORDS
        && shape(cell(1, column)).replaceAll("(.)\\1+", "$1").equals(shape);
  }

  /** 0 above 0.1 and 0.2: the first of evenly spaced numbers. */
  private boolean goesOn(int column) {
    if (rows.size() < 3 || !IntStream.range(0, 3).allMatch(r -> kind(r, column).isNumber())) {
      return false;
    }
    double[] v = IntStream.range(0, 3).mapToDouble(r -> number(r, column)).toArray();
    double step = v[1] - v[0];
    return step != 0 && Math.abs(v[2] - v[1] - step) <= 1e-9 * Math.abs(step);
  }

  private double number(int row, int column) {
    return kind(row, column).toDouble(cell(row, column));
  }

  private static String shape(String text) {
    return text.replaceAll("[0-9]+", "9").replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}", "a");
  }

  private boolean areDistinct() {
    return IntStream.of(numbers()).mapToObj(i -> cell(0, i)).distinct().count() == numbers().length;
  }

  private boolean startsAt(int from) {
    int[] numbers = numbers();
    return IntStream.range(0, numbers.length)
        .allMatch(k -> cell(0, numbers[k]).equals(String.valueOf(from + k)));
  }

  /** Rising years, above numbers that are not all years. */
  private boolean areYears() {
    int[] numbers = numbers();
    boolean rising =
        IntStream.range(1, numbers.length)
            .allMatch(k -> cell(0, numbers[k - 1]).compareTo(cell(0, numbers[k])) < 0);
    return rising
        && all(numbers, i -> isYear(cell(0, i)))
        && !all(numbers, i -> IntStream.range(1, rows.size()).allMatch(r -> isYear(cell(r, i))));
  }

  private static boolean isYear(String text) {
    return text.matches("1[5-9][0-9][0-9]|20[0-9][0-9]|2100");
  }

  /** Whether all rows below have the first line's types, and rise by its steps. */
  private boolean belowIsSeries() {
    int[] numbers = numbers();
    return isSeries(0, 2)
        && IntStream.range(1, rows.size())
            .allMatch(
                row ->
                    isSeries(row, 2)
                        && all(numbers, i -> kind(row, i) == kind(0, i))
                        && step(row).compareTo(step(0)) == 0);
  }

  private BigDecimal step(int row) {
    int[] numbers = numbers();
    return value(row, numbers[1]).subtract(value(row, numbers[0]));
  }

  private BigDecimal value(int row, int column) {
    return BigDecimal.valueOf(kind(row, column).toDouble(cell(row, column)));
  }

  /** Whether the numbers, at least so many, rise in equal steps. */
  private boolean isSeries(int row, int least) {
    List<BigDecimal> values = new ArrayList<>();
    for (int i : numbers()) {
      if (!kind(row, i).isNumber() || !Double.isFinite(kind(row, i).toDouble(cell(row, i)))) {
        return false;
      }
      values.add(value(row, i));
    }
    for (int k = 1; k < values.size(); k++) {
      BigDecimal step = values.get(k).subtract(values.get(k - 1));
      if (step.signum() <= 0 || step.compareTo(values.get(1).subtract(values.get(0))) != 0) {
        return false;
      }
    }
    return values.size() >= least;
  }

  private static boolean isForeign(String text) {
    return FOREIGN_MARKS.contains(text.toLowerCase(Locale.ROOT));
  }

  private String cell(int row, int column) {
    return rows.get(row).get(column);
  }

  private Numeral kind(int row, int column) {
    return Numeral.of(cell(row, column));
  }

  /** The first line's numbers, by column. */
  private int[] numbers() {
    return IntStream.range(0, rows.get(0).size()).filter(i -> kind(0, i).isNumber()).toArray();
  }

  private boolean any(IntPredicate test) {
    return IntStream.range(0, rows.get(0).size()).anyMatch(test);
  }

  private static boolean all(int[] columns, IntPredicate test) {
    return IntStream.of(columns).allMatch(test);
  }

  private boolean someBelow(int column, Numeral kind) {
    return IntStream.range(1, rows.size()).anyMatch(r -> kind(r, column) == kind);
  }

  /** Whether all cells below that are there are such, and one is. */
  private boolean below(int column, Predicate<Numeral> test) {
    List<Numeral> kinds =
        IntStream.range(1, rows.size())
            .mapToObj(r -> kind(r, column))
            .filter(kind -> kind != Numeral.MISSING)
            .toList();
    return !kinds.isEmpty() && kinds.stream().allMatch(test);
  }
}
