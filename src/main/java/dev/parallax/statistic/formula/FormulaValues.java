package dev.parallax.statistic.formula;

import dev.parallax.model.Expansion;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic.Evaluator;
import dev.parallax.model.Statistic.Prepared;
import dev.parallax.model.Statistic.Smooth;
import dev.parallax.model.Statistic.Weighted;
import dev.parallax.model.expression.AggregateFormula;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The values of a formula on one resample after another; one thread's own. */
final class FormulaValues implements Evaluator {
  private final AggregateFormula formula;
  private final Evaluator[] terms;

  /** The rows in which something is not finite. */
  private final int[] gaps;

  private final double[] own;
  private final double[] one = new double[1];

  private FormulaValues(AggregateFormula formula, Evaluator[] terms, int[] gaps) {
    this.formula = formula;
    this.terms = terms;
    this.gaps = gaps;
    own = new double[terms.length];
  }

  /** An evaluator that does with weights what the terms and the formula around them allow. */
  static Evaluator of(AggregateFormula formula, List<Prepared> prepared, int[] gaps) {
    Evaluator[] terms = prepared.stream().map(Prepared::evaluator).toArray(Evaluator[]::new);
    FormulaValues values = new FormulaValues(formula, terms, gaps);
    boolean smooth = formula.smooth() && Arrays.stream(terms).allMatch(Smooth.class::isInstance);
    if (smooth && gaps.length == 0) {
      return new Changing(values);
    }
    return Arrays.stream(terms).allMatch(Weighted.class::isInstance)
        ? new Weighing(values)
        : values;
  }

  @Override
  public double evaluate(Resample resample) {
    if (formula.responses().size() > 1) {
      throw new UnsupportedOperationException("the statistic has several values");
    }
    evaluate(resample, one);
    return one[0];
  }

  @Override
  public void evaluate(Resample resample, double[] values) {
    if (resample.size() == 0 || (gaps.length > 0 && drawn(resample.counts()))) {
      Arrays.fill(values, 0, formula.responses().size(), Double.NaN);
      return;
    }
    for (int k = 0; k < own.length; k++) {
      own[k] = terms[k].evaluate(resample);
    }
    formula.combine(own, values);
  }

  private boolean drawn(int[] counts) {
    return Arrays.stream(gaps).anyMatch(row -> counts[row] > 0);
  }

  private void weigh(double[] weights, double[] values) {
    if (Arrays.stream(gaps).anyMatch(row -> weights[row] > 0)) {
      Arrays.fill(values, 0, formula.responses().size(), Double.NaN);
      return;
    }
    for (int k = 0; k < own.length; k++) {
      ((Weighted) terms[k]).weigh(weights, one);
      own[k] = one[0];
    }
    formula.combine(own, values);
  }

  private Expansion expand(int value, Function<Smooth, Expansion> of) {
    Expansion[] all =
        Arrays.stream(terms).map(term -> of.apply((Smooth) term)).toArray(Expansion[]::new);
    return formula.expand(value, all);
  }

  /** Where all terms take weights. */
  private record Weighing(FormulaValues plain) implements Weighted {
    @Override
    public double evaluate(Resample resample) {
      return plain.evaluate(resample);
    }

    @Override
    public void evaluate(Resample resample, double[] values) {
      plain.evaluate(resample, values);
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      plain.weigh(weights, values);
    }
  }

  /** Where all is known to have derivatives. */
  private record Changing(FormulaValues plain) implements Smooth {
    @Override
    public double evaluate(Resample resample) {
      return plain.evaluate(resample);
    }

    @Override
    public void evaluate(Resample resample, double[] values) {
      plain.evaluate(resample, values);
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      plain.weigh(weights, values);
    }

    @Override
    public Expansion towards(int value, int row) {
      return plain.expand(value, term -> term.towards(0, row));
    }

    @Override
    public Expansion along(int value, double[] direction) {
      return plain.expand(value, term -> term.along(0, direction));
    }

    @Override
    public Expansion without(int value, int row) {
      return plain.expand(value, term -> term.without(0, row));
    }
  }
}
