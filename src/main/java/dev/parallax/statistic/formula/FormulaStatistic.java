package dev.parallax.statistic.formula;

import dev.parallax.model.Contrast;
import dev.parallax.model.Exchange;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.model.expression.Aggregate;
import dev.parallax.model.expression.AggregateFormula;
import dev.parallax.model.expression.AggregateFormula.Argument;
import dev.parallax.model.expression.AggregateFormula.Term;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Median;
import dev.parallax.statistic.Pearson;
import dev.parallax.statistic.Quantile;
import dev.parallax.statistic.StandardDeviation;
import dev.parallax.statistic.Variance;
import dev.parallax.statistic.sums.Columns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A statistic written as formulas, such as {@code sum(w*x)/sum(w)}. What is aggregated is computed
 * once for each row of the data; aggregates are the built-in statistics of that, by their sums and
 * orders; and what the formulas make of them is compiled. So {@code corr(x, y)} has the bits of
 * {@link Pearson}.
 *
 * <p>It takes weights if all of its aggregates do, and tells how it changes with them if the
 * arithmetic around these has derivatives. A value is NaN if it is not finite, if a quotient is by
 * 0, if what is not a number is compared, if no row is drawn, or if what is aggregated is not
 * finite in a row drawn.
 */
public final class FormulaStatistic implements Statistic {
  private static final long serialVersionUID = 1L;

  /** A number added to the column changes nothing of these. */
  private static final Set<Aggregate> OF_SPREAD =
      EnumSet.of(Aggregate.VAR, Aggregate.SD, Aggregate.COV, Aggregate.CORR);

  /** And it is added to these. */
  private static final Set<Aggregate> OF_PLACE =
      EnumSet.of(
          Aggregate.MEAN, Aggregate.MEDIAN, Aggregate.QUANTILE, Aggregate.MIN, Aggregate.MAX);

  /** What is sent to workers is the text. */
  private final ArrayList<String> texts;

  private final ArrayList<String> columns;
  private transient volatile AggregateFormula compiled;

  private FormulaStatistic(List<String> texts, List<String> columns) {
    this.texts = new ArrayList<>(texts);
    this.columns = new ArrayList<>(columns);
  }

  /**
   * The statistic of the columns that formulas name.
   *
   * @param table the names of all columns of a table
   * @throws IllegalArgumentException if a name has two meanings, or a formula is too long
   */
  public static FormulaStatistic of(Aggregation formulas, List<String> table) {
    FormulaStatistic statistic = new FormulaStatistic(formulas.texts(), formulas.columns(table));
    statistic.formula();
    return statistic;
  }

  private AggregateFormula formula() {
    AggregateFormula known = compiled;
    if (known == null) {
      synchronized (this) {
        known = compiled;
        if (known == null) {
          known = Aggregation.of(texts.toArray(String[]::new)).over(columns);
          compiled = known;
        }
      }
    }
    return known;
  }

  /** What it is called: its formula, or the names of its values. */
  public String title() {
    return Aggregation.of(texts.toArray(String[]::new)).title();
  }

  /** What its values are called where they are shown: the one formula, or the names of several. */
  public List<String> shown() {
    return responses().size() == 1 ? List.of(title()) : responses();
  }

  /** The names of its columns, in their order. */
  public List<String> names() {
    return List.copyOf(columns);
  }

  /**
   * The first row in which what is aggregated is no finite number, in words.
   *
   * @param data the columns
   * @return such as {@code log(x) is not a number}, and the row's place; none if all are finite
   */
  public Optional<Gap> gap(double[][] data) {
    double[][] rows = formula().rows(data);
    for (int row = 0; row < data[0].length; row++) {
      for (int k = 0; k < rows.length; k++) {
        double value = rows[k][row];
        if (!Double.isFinite(value)) {
          String is = Double.isNaN(value) ? " is not a number" : " is infinite";
          return Optional.of(new Gap(formula().arguments().get(k).text() + is, row));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Where a row has no value.
   *
   * @param what what is wrong
   * @param row the row's place, from 0
   */
  public record Gap(String what, int row) {}

  @Override
  public int columns() {
    return columns.size();
  }

  @Override
  public List<String> responses() {
    return formula().responses();
  }

  @Override
  public List<Unit> units() {
    return formula().units();
  }

  /** Correlations and covariances, of one column and another, are 0 but for chance. */
  @Override
  public Optional<Exchange> exchange() {
    return columns.size() == 2 && values().allMatch(this::associates)
        ? Optional.of(Exchange.BETWEEN_ROWS)
        : Optional.empty();
  }

  private IntStream values() {
    return IntStream.range(0, responses().size());
  }

  private boolean associates(int value) {
    return alone(value)
        .filter(term -> EnumSet.of(Aggregate.COV, Aggregate.CORR).contains(term.aggregate()))
        .map(this::arguments)
        .filter(both -> both.stream().allMatch(argument -> argument.columns().size() == 1))
        .filter(both -> !both.get(0).columns().equals(both.get(1).columns()))
        .isPresent();
  }

  private Optional<Term> alone(int value) {
    int place = formula().alone(value);
    return place < 0 ? Optional.empty() : Optional.of(formula().terms().get(place));
  }

  private List<Argument> arguments(Term term) {
    return term.arguments().stream().map(place -> formula().arguments().get(place)).toList();
  }

  /** A covariance is in the order of the correlation where a column is permuted. */
  @Override
  public List<Contrast> contrasts() {
    return values()
        .mapToObj(
            value ->
                exchange().isPresent()
                        && arguments(alone(value).orElseThrow()).stream().allMatch(Argument::plain)
                    ? Contrast.CORRELATION
                    : Contrast.NONE)
        .toList();
  }

  @Override
  public boolean translates(int column) {
    boolean place =
        values()
            .mapToObj(this::alone)
            .allMatch(term -> term.isPresent() && OF_PLACE.contains(term.get().aggregate()));
    return formula().terms().stream()
        .filter(term -> arguments(term).stream().anyMatch(a -> a.columns().contains(column)))
        .allMatch(
            term ->
                (place || OF_SPREAD.contains(term.aggregate()))
                    && arguments(term).stream()
                        .filter(a -> a.columns().contains(column))
                        .allMatch(Argument::plain));
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    return Moments.of(formula(), columns.size());
  }

  @Override
  public Optional<double[]> meanOf(double[][] data) {
    return responses().size() > 1
        ? Optional.empty()
        : alone(0)
            .filter(term -> term.aggregate() == Aggregate.MEAN)
            .map(term -> formula().rows(data)[term.arguments().get(0)])
            .filter(
                numbers ->
                    IntStream.range(0, numbers.length)
                        .allMatch(row -> Double.isFinite(numbers[row])));
  }

  @Override
  public Prepared prepare(double[][] data) {
    double[][] checked = Columns.checked(data, columns.size());
    AggregateFormula formula = formula();
    double[][] rows = formula.rows(checked);
    List<Prepared> terms = new ArrayList<>();
    for (Term term : formula.terms()) {
      double[][] own = term.arguments().stream().map(place -> rows[place]).toArray(double[][]::new);
      terms.add(statistic(term).prepare(own.length == 0 ? new double[][] {checked[0]} : own));
    }
    int[] gaps = gaps(rows);
    return () -> FormulaValues.of(formula, terms, gaps);
  }

  /** The rows in which something is not finite. */
  private static int[] gaps(double[][] rows) {
    return rows.length == 0
        ? new int[0]
        : IntStream.range(0, rows[0].length).filter(row -> !isFinite(rows, row)).toArray();
  }

  private static boolean isFinite(double[][] rows, int row) {
    for (double[] values : rows) {
      if (!Double.isFinite(values[row])) {
        return false;
      }
    }
    return true;
  }

  private Statistic statistic(Term term) {
    return switch (term.aggregate()) {
      case SUM -> new Total();
      case MEAN -> new Mean();
      case VAR -> new Variance();
      case SD -> new StandardDeviation();
      case MIN -> new Quantile(0);
      case MAX -> new Quantile(1);
      case COUNT ->
          arguments(term).stream().anyMatch(Argument::condition) ? new Total() : new Count();
      case MEDIAN -> new Median();
      case QUANTILE -> new Quantile(term.p());
      case COV -> new Covariance();
      case CORR -> new Pearson();
    };
  }
}
