package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Eight rows at a time in one vector of 512 bits, or four in one of 256 bits, and the other four of
 * each eight in a second pass while the piece is in the first cache.
 */
final class VectorCountSums implements PairSums {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int GROUP = DOUBLES.length();
  private static final VectorSpecies<Integer> COUNTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(GROUP * Integer.SIZE));

  private final double[] x;
  private final double[] y;

  VectorCountSums(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void over(Resample resample, double[] sums) {
    int[] counts = resample.counts();
    Arrays.fill(sums, 0, ROOM, 0);
    int whole = x.length & -LANES;
    for (int from = 0; from < whole; from += PIECE) {
      int to = Math.min(whole, from + PIECE);
      for (int lane = 0; lane < LANES; lane += GROUP) {
        group(x, y, counts, from + lane, to, sums, lane);
      }
    }
    ScalarCountSums.addRest(x, y, counts, whole, sums);
    ScalarDrawSums.total(sums);
  }

  /** Adds every eighth group of rows to its lanes. */
  private static void group(
      double[] x, double[] y, int[] counts, int from, int to, double[] sums, int lane) {
    DoubleVector a = DoubleVector.fromArray(DOUBLES, sums, lane);
    DoubleVector b = DoubleVector.fromArray(DOUBLES, sums, LANES + lane);
    DoubleVector aa = DoubleVector.fromArray(DOUBLES, sums, 2 * LANES + lane);
    DoubleVector bb = DoubleVector.fromArray(DOUBLES, sums, 3 * LANES + lane);
    DoubleVector ab = DoubleVector.fromArray(DOUBLES, sums, 4 * LANES + lane);
    for (int row = from; row < to; row += LANES) {
      IntVector count = IntVector.fromArray(COUNTS, counts, row);
      DoubleVector w = (DoubleVector) count.convertShape(VectorOperators.I2D, DOUBLES, 0);
      DoubleVector p = DoubleVector.fromArray(DOUBLES, x, row);
      DoubleVector q = DoubleVector.fromArray(DOUBLES, y, row);
      DoubleVector wp = w.mul(p);
      DoubleVector wq = w.mul(q);
      a = a.add(wp);
      b = b.add(wq);
      aa = aa.add(wp.mul(p));
      bb = bb.add(wq.mul(q));
      ab = ab.add(wp.mul(q));
    }
    a.intoArray(sums, lane);
    b.intoArray(sums, LANES + lane);
    aa.intoArray(sums, 2 * LANES + lane);
    bb.intoArray(sums, 3 * LANES + lane);
    ab.intoArray(sums, 4 * LANES + lane);
  }
}
