package dev.parallax.kernel;

import dev.parallax.model.Resample;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Eight draws are gathered at a time: a vector's lanes are the eight lanes. */
final class VectorDrawSums implements PairSums {
  private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;

  private final double[] x;
  private final double[] y;

  VectorDrawSums(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    int[] rows = resample.rows();
    double[] u = x;
    double[] v = y;
    DoubleVector a = DoubleVector.zero(EIGHT);
    DoubleVector b = a;
    DoubleVector aa = a;
    DoubleVector bb = a;
    DoubleVector ab = a;
    int k = 0;
    for (; k < rows.length - 7; k += LANES) {
      DoubleVector p = DoubleVector.fromArray(EIGHT, u, 0, rows, k);
      DoubleVector q = DoubleVector.fromArray(EIGHT, v, 0, rows, k);
      a = a.add(p);
      b = b.add(q);
      aa = aa.add(p.mul(p));
      bb = bb.add(q.mul(q));
      ab = ab.add(p.mul(q));
    }
    a.intoArray(sums, 0);
    b.intoArray(sums, LANES);
    aa.intoArray(sums, 2 * LANES);
    bb.intoArray(sums, 3 * LANES);
    ab.intoArray(sums, 4 * LANES);
    ScalarDrawSums.addRest(x, y, rows, k, sums);
    ScalarDrawSums.total(sums);
  }
}
