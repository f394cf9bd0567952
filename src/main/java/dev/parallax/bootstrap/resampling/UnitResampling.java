package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Units;
import dev.parallax.random.RandomStream;

/**
 * Draws from each stratum as many units as it has: uniformly, or with probabilities in proportion
 * to weights (stratified, cluster and weighted bootstrap).
 *
 * @param units what is drawn
 * @param weights a weight for each unit, or none: then all are equally likely
 */
@SuppressWarnings("ArrayRecordComponent") // as Units
record UnitResampling(Units units, double[] weights) implements Resampling {
  private static final long serialVersionUID = 1L;

  @Override
  public Sampler sampler(int rows) {
    DrawnRows drawn = new DrawnRows(units.rows().length);
    int[] numbers = new int[units.largest()];
    double[][] sums = weights.length == 0 ? new double[0][] : cumulative();
    return random -> {
      drawn.clear();
      for (int stratum = 0; stratum < units.strata(); stratum++) {
        int size = units.size(stratum);
        if (sums.length == 0) {
          random.bounded(size, numbers, 0, size);
        } else {
          choose(random, sums[stratum], numbers);
        }
        add(units, stratum, numbers, drawn);
      }
      return drawn.done();
    };
  }

  /** Adds the rows of the units of these numbers in a stratum, as many as it has. */
  static void add(Units units, int stratum, int[] numbers, DrawnRows drawn) {
    int size = units.size(stratum);
    int first = units.stratumStarts()[stratum];
    for (int k = 0; k < size; k++) {
      int unit = first + numbers[k];
      drawn.add(units.rows(), units.unitStarts()[unit], units.unitStarts()[unit + 1]);
    }
  }

  private double[][] cumulative() {
    double[][] sums = new double[units.strata()][];
    for (int stratum = 0; stratum < sums.length; stratum++) {
      sums[stratum] = new double[units.size(stratum)];
      double sum = 0;
      for (int k = 0; k < sums[stratum].length; k++) {
        sum += weights[units.stratumStarts()[stratum] + k];
        sums[stratum][k] = sum;
      }
    }
    return sums;
  }

  private static void choose(RandomStream random, double[] sums, int[] numbers) {
    double total = sums[sums.length - 1];
    for (int k = 0; k < sums.length; k++) {
      numbers[k] = firstAbove(sums, random.nextDouble() * total);
    }
  }

  /** The first place whose sum is above the point; a unit of weight 0 is never that. */
  private static int firstAbove(double[] sums, double point) {
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
