package dev.parallax.kernel;

import jdk.incubator.vector.DoubleVector;

/** The sums by 512-bit vectors. */
final class VectorPairSums implements PairSums.Source {
  /** Up to here, the table of {@link VectorRowSums} stays in a core's first cache. */
  private static final int TABLE_ROWS = 512;

  @Override
  public boolean suits() {
    return DoubleVector.SPECIES_PREFERRED == DoubleVector.SPECIES_512;
  }

  @Override
  public PairSums byDraws(double[] x, double[] y) {
    return x.length <= TABLE_ROWS ? new VectorRowSums(x, y) : new VectorDrawSums(x, y);
  }

  @Override
  public PairSums byCounts(double[] x, double[] y) {
    return new VectorCountSums(x, y);
  }
}
