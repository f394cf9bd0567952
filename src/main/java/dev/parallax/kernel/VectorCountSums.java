package dev.parallax.kernel;

import dev.parallax.model.Resample;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Eight rows at a time: a vector's lanes are the eight lanes. */
final class VectorCountSums implements PairSums {
  private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;
  private static final VectorSpecies<Integer> COUNTS = IntVector.SPECIES_256;

  private final double[] x;
  private final double[] y;

  VectorCountSums(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    int[] counts = resample.counts();
    double[] u = x;
    double[] v = y;
    DoubleVector a = DoubleVector.zero(EIGHT);
    DoubleVector b = a;
    DoubleVector aa = a;
    DoubleVector bb = a;
    DoubleVector ab = a;
    int row = 0;
    for (; row < u.length - 7; row += LANES) {
      IntVector count = IntVector.fromArray(COUNTS, counts, row);
      DoubleVector w = (DoubleVector) count.convertShape(VectorOperators.I2D, EIGHT, 0);
      DoubleVector p = DoubleVector.fromArray(EIGHT, u, row);
      DoubleVector q = DoubleVector.fromArray(EIGHT, v, row);
      DoubleVector wp = w.mul(p);
      DoubleVector wq = w.mul(q);
      a = a.add(wp);
      b = b.add(wq);
      aa = aa.add(wp.mul(p));
      bb = bb.add(wq.mul(q));
      ab = ab.add(wp.mul(q));
    }
    a.intoArray(sums, 0);
    b.intoArray(sums, LANES);
    aa.intoArray(sums, 2 * LANES);
    bb.intoArray(sums, 3 * LANES);
    ab.intoArray(sums, 4 * LANES);
    ScalarCountSums.addRest(x, y, counts, row, sums);
    ScalarDrawSums.total(sums);
  }
}
