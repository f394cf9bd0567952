package dev.parallax.statistic.sums;

import jdk.incubator.vector.DoubleVector;

/** The sums by vectors of 512 or 256 bits. */
final class VectorPairSums implements PairSums.Source {
  /** Up to here, the table of {@link VectorRowSums} stays in a core's first cache. */
  private static final int TABLE_ROWS = CentredColumn.DRAWN_ROWS;

  @Override
  public boolean suits() {
    return wide() || DoubleVector.SPECIES_PREFERRED == DoubleVector.SPECIES_256;
  }

  private static boolean wide() {
    return DoubleVector.SPECIES_PREFERRED == DoubleVector.SPECIES_512;
  }

  /** Gathers are no faster than plain look-ups on many a machine: no vectors for larger tables. */
  @Override
  public PairSums byDraws(double[] x, double[] y) {
    return wide() && x.length <= TABLE_ROWS ? new VectorRowSums(x, y) : new ScalarDrawSums(x, y);
  }

  @Override
  public PairSums byCounts(double[] x, double[] y) {
    return new VectorCountSums(x, y);
  }
}
