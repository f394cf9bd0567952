package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.model.Statistic;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.table.Table;
import dev.parallax.text.Visible;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of a statistic that is written as a formula. */
@Topic(Topic.Heading.WHAT)
final class FormulaOptions {
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--expression",
      paramLabel = "TEXT",
      description =
          "A formula of columns, such as 'sum(w*x)/sum(w)'. With several values, one "
              + "'NAME = FORMULA' each: 'cv = sd(x)/mean(x)'.")
  private List<String> expressions = List.of();

  /** Whether there are formulas. */
  boolean isGiven() {
    return !expressions.isEmpty();
  }

  /**
   * The formulas, if there are some.
   *
   * @param statistics what else names a statistic, null if nothing does
   * @throws IllegalArgumentException if they are wrong, or both are given
   */
  Optional<Aggregation> given(String statistics) {
    if (expressions.isEmpty()) {
      return Optional.empty();
    }
    if (statistics != null) {
      throw new IllegalArgumentException("--expression and --statistic exclude each other");
    }
    return Optional.of(Aggregation.of(expressions.toArray(String[]::new)));
  }

  /**
   * The statistic of a table's columns.
   *
   * @throws IllegalArgumentException if the table has not these columns
   */
  static FormulaStatistic statistic(Aggregation formulas, Table table) {
    formulas.columns(table.names()).forEach(table::column);
    return FormulaStatistic.of(formulas, table.names());
  }

  /**
   * Checks that every row of a sample has a value of what a formula aggregates.
   *
   * @throws IllegalArgumentException if one has none; names the row
   */
  static void check(FormulaStatistic statistic, Sample sample) {
    statistic
        .gap(sample.columns())
        .ifPresent(
            gap -> {
              throw new IllegalArgumentException(
                  sample.table().name()
                      + ": "
                      + Visible.line(gap.what())
                      + " in "
                      + sample.describe(gap.row())
                      + "; leave such rows out by --where");
            });
  }

  /** The formula that a bootstrap is of, if it is of one. */
  static Optional<FormulaStatistic> of(Bootstrap bootstrap) {
    Statistic statistic = StandardErrors.without(bootstrap.statistic());
    return statistic instanceof FormulaStatistic formula ? Optional.of(formula) : Optional.empty();
  }
}
