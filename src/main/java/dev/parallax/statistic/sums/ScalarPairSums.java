package dev.parallax.statistic.sums;

/** The sums in plain Java. */
final class ScalarPairSums implements PairSums.Source {

  @Override
  public PairSums byDraws(double[] x, double[] y) {
    return new ScalarDrawSums(x, y);
  }

  @Override
  public PairSums byCounts(double[] x, double[] y) {
    return new ScalarCountSums(x, y);
  }
}
