package dev.parallax.statistic.sums;

import dev.parallax.model.Resample;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A row's five summands, with three zeros, are one vector. So a draw is one load and one addition,
 * and nothing is gathered: the eight lanes are eight vectors.
 */
final class VectorRowSums implements PairSums {
  private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;

  private static final int WIDTH = 8;

  private final double[] table;

  VectorRowSums(double[] x, double[] y) {
    table = new double[x.length * WIDTH];
    for (int row = 0; row < x.length; row++) {
      int at = row * WIDTH;
      table[at] = x[row];
      table[at + 1] = y[row];
      table[at + 2] = x[row] * x[row];
      table[at + 3] = y[row] * y[row];
      table[at + 4] = x[row] * y[row];
    }
  }

  @Override
  public void over(Resample resample, double[] sums) {
    int[] rows = resample.rows();
    double[] t = table;
    DoubleVector a = DoubleVector.zero(EIGHT);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    int k = 0;
    for (; k < rows.length - 7; k += LANES) {
      a = a.add(row(t, rows[k]));
      b = b.add(row(t, rows[k + 1]));
      c = c.add(row(t, rows[k + 2]));
      d = d.add(row(t, rows[k + 3]));
      e = e.add(row(t, rows[k + 4]));
      f = f.add(row(t, rows[k + 5]));
      g = g.add(row(t, rows[k + 6]));
      h = h.add(row(t, rows[k + 7]));
    }
    int left = rows.length - k;
    a = left > 0 ? a.add(row(t, rows[k])) : a;
    b = left > 1 ? b.add(row(t, rows[k + 1])) : b;
    c = left > 2 ? c.add(row(t, rows[k + 2])) : c;
    d = left > 3 ? d.add(row(t, rows[k + 3])) : d;
    e = left > 4 ? e.add(row(t, rows[k + 4])) : e;
    f = left > 5 ? f.add(row(t, rows[k + 5])) : f;
    g = left > 6 ? g.add(row(t, rows[k + 6])) : g;
    a.add(b).add(c.add(d)).add(e.add(f).add(g.add(h))).intoArray(sums, 0);
  }

  private static DoubleVector row(double[] table, int row) {
    return DoubleVector.fromArray(EIGHT, table, row * WIDTH);
  }
}
