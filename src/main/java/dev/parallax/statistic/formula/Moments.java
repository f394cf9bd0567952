package dev.parallax.statistic.formula;

import dev.parallax.model.SampleMoments;
import dev.parallax.model.Statistic.FromMoments;
import dev.parallax.model.expression.Aggregate;
import dev.parallax.model.expression.AggregateFormula;
import dev.parallax.model.expression.AggregateFormula.Argument;
import dev.parallax.model.expression.AggregateFormula.Term;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A formula's values by the moments of one or two columns: where each term is a sum or a mean of a
 * column or of a product of two, or a variance, a covariance or a correlation of columns.
 *
 * @param formula the formula
 */
record Moments(AggregateFormula formula) implements FromMoments {
  private static final Set<Aggregate> OF_PRODUCTS = EnumSet.of(Aggregate.SUM, Aggregate.MEAN);
  private static final Set<Aggregate> OF_COLUMNS =
      EnumSet.of(Aggregate.VAR, Aggregate.SD, Aggregate.COV, Aggregate.CORR);

  /** The way by moments, if there is one. */
  static Optional<FromMoments> of(AggregateFormula formula, int columns) {
    boolean told = formula.terms().stream().allMatch(term -> told(formula, term));
    return columns <= 2 && told ? Optional.of(new Moments(formula)) : Optional.empty();
  }

  private static boolean told(AggregateFormula formula, Term term) {
    List<Argument> arguments =
        term.arguments().stream().map(place -> formula.arguments().get(place)).toList();
    return switch (term.aggregate()) {
      case COUNT -> arguments.stream().noneMatch(Argument::condition);
      case SUM, MEAN, VAR, SD, COV, CORR ->
          arguments.stream()
              .allMatch(
                  argument ->
                      argument.plain()
                          || (OF_PRODUCTS.contains(term.aggregate())
                              && !argument.factors().isEmpty()));
      case MIN, MAX, MEDIAN, QUANTILE -> false;
    };
  }

  @Override
  public void evaluate(SampleMoments moments, double[] values) {
    List<Term> terms = formula.terms();
    double[] own = new double[terms.size()];
    for (int k = 0; k < own.length; k++) {
      own[k] = value(terms.get(k), moments);
    }
    formula.combine(own, values);
  }

  private double value(Term term, SampleMoments moments) {
    double n = moments.rows();
    if (term.aggregate() == Aggregate.COUNT) {
      return n;
    }
    List<Integer> factors = formula.arguments().get(term.arguments().get(0)).factors();
    int x = factors.get(0);
    if (!OF_COLUMNS.contains(term.aggregate())) {
      double mean =
          factors.size() == 1
              ? mean(moments, x)
              : covariance(moments, x, factors.get(1))
                  + mean(moments, x) * mean(moments, factors.get(1));
      return term.aggregate() == Aggregate.SUM ? n * mean : mean;
    }
    int last = term.arguments().get(term.arguments().size() - 1);
    int y = formula.arguments().get(last).factors().get(0);
    double covariance = covariance(moments, x, y);
    return switch (term.aggregate()) {
      case SD -> Math.sqrt(covariance * (n / (n - 1)));
      case CORR -> correlation(covariance, covariance(moments, x, x) * covariance(moments, y, y));
      default -> covariance * (n / (n - 1));
    };
  }

  private static double mean(SampleMoments moments, int column) {
    return column == 0 ? moments.meanX() : moments.meanY();
  }

  private static double covariance(SampleMoments moments, int x, int y) {
    if (x != y) {
      return moments.covariance();
    }
    return x == 0 ? moments.varianceX() : moments.varianceY();
  }

  private static double correlation(double covariance, double square) {
    double r = covariance / Math.sqrt(square);
    return square > 0 ? Math.max(-1, Math.min(1, r)) : Double.NaN;
  }
}
