package dev.parallax.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sums by 512-bit vectors.
 *
 * <p>A row of a packed table is one vector, so its five summands are added to a lane by one load
 * and one addition, and nothing is gathered: the eight lanes are eight vectors.
 */
final class VectorPairSums implements PairSums {
  private static final VectorSpecies<Double> ROW = DoubleVector.SPECIES_512;

  @Override
  public boolean suits() {
    return DoubleVector.SPECIES_PREFERRED == ROW;
  }

  @Override
  public void packed(double[] table, int[] rows, double[] sums) {
    DoubleVector a = DoubleVector.zero(ROW);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    int k = 0;
    for (; k < rows.length - 7; k += LANES) {
      a = a.add(row(table, rows[k]));
      b = b.add(row(table, rows[k + 1]));
      c = c.add(row(table, rows[k + 2]));
      d = d.add(row(table, rows[k + 3]));
      e = e.add(row(table, rows[k + 4]));
      f = f.add(row(table, rows[k + 5]));
      g = g.add(row(table, rows[k + 6]));
      h = h.add(row(table, rows[k + 7]));
    }
    int left = rows.length - k;
    a = left > 0 ? a.add(row(table, rows[k])) : a;
    b = left > 1 ? b.add(row(table, rows[k + 1])) : b;
    c = left > 2 ? c.add(row(table, rows[k + 2])) : c;
    d = left > 3 ? d.add(row(table, rows[k + 3])) : d;
    e = left > 4 ? e.add(row(table, rows[k + 4])) : e;
    f = left > 5 ? f.add(row(table, rows[k + 5])) : f;
    g = left > 6 ? g.add(row(table, rows[k + 6])) : g;
    DoubleVector low = a.add(b).add(c.add(d));
    DoubleVector high = e.add(f).add(g.add(h));
    low.add(high).intoArray(sums, 0);
  }

  @Override
  public void spread(double[] x, double[] y, int[] rows, double[] sums) {
    DoubleVector a = DoubleVector.zero(ROW);
    DoubleVector b = a;
    DoubleVector aa = a;
    DoubleVector bb = a;
    DoubleVector ab = a;
    int k = 0;
    for (; k < rows.length - 7; k += LANES) {
      DoubleVector p = DoubleVector.fromArray(ROW, x, 0, rows, k);
      DoubleVector q = DoubleVector.fromArray(ROW, y, 0, rows, k);
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
    ScalarPairSums.addRest(x, y, rows, k, sums);
    ScalarPairSums.total(sums);
  }

  private static DoubleVector row(double[] table, int row) {
    return DoubleVector.fromArray(ROW, table, row * WIDTH);
  }
}
