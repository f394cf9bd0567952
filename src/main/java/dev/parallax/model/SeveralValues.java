package dev.parallax.model;

/** An evaluator of several values, none of which is the one value. */
record SeveralValues(Statistic.Values all) implements Statistic.Evaluator {

  @Override
  public double evaluate(Resample resample) {
    throw new UnsupportedOperationException("the statistic has several values");
  }

  @Override
  public void evaluate(Resample resample, double[] values) {
    all.evaluate(resample, values);
  }
}
