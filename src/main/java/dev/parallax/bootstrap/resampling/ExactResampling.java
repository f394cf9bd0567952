package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Units;
import dev.parallax.model.Resample;
import java.util.Arrays;

/**
 * Every resample once, with its probability: item i is the i-th way to draw from each stratum as
 * many units as it has, the last stratum's fastest (Fisher and Hall 1991, Bootstrap algorithms for
 * small samples).
 *
 * @param units what is drawn
 * @param weights a weight for each unit, or none: then all are equally likely
 */
@SuppressWarnings("ArrayRecordComponent") // as Units
public record ExactResampling(Units units, double[] weights) implements Resampling {
  private static final long serialVersionUID = 1L;

  /** The most resamples that are enumerated: values and probabilities are held in memory. */
  static final long MOST = 100_000_000;

  /** The decimal logarithm of the number of resamples, by Stirling's formula: C(2m - 1, m) each. */
  double digits() {
    double digits = 0;
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      double m = units.size(stratum);
      digits += m * StrictMath.log10(4) - StrictMath.log10(2 * Math.sqrt(Math.PI * m));
    }
    return digits;
  }

  /** Whether there are at most so many. */
  public boolean within(long most) {
    return digits() < 18 && count() <= most;
  }

  private long count() {
    long count = 1;
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      count = Math.multiplyExact(count, new Compositions(units.size(stratum)).count());
    }
    return count;
  }

  /**
   * How many resamples there are, if not too many.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST}
   */
  public long checkedCount() {
    if (!within(MOST)) {
      throw new IllegalArgumentException(
          "an exact bootstrap of "
              + units.units()
              + (units.single() ? " rows" : " clusters")
              + " has "
              + (digits() < 18 ? Long.toString(count()) : "about 10^" + Math.round(digits()))
              + " resamples; at most "
              + MOST
              + " are enumerated");
    }
    return count();
  }

  @Override
  public Sampler sampler(int rows) {
    DrawnRows drawn = new DrawnRows(units.rows().length);
    Walk walk = new Walk();
    return random -> walk.draw(random.item(), drawn);
  }

  /** The probability of each resample, in their order. */
  public double[] probabilities() {
    double[] probabilities = new double[Math.toIntExact(checkedCount())];
    Walk walk = new Walk();
    double[][] powers = powers();
    for (int item = 0; item < probabilities.length; item++) {
      walk.moveTo(item);
      double probability = 1;
      for (int unit = 0; unit < powers.length; unit++) {
        probability *= powers[unit][walk.counts[unit]];
      }
      probabilities[item] = probability;
    }
    return probabilities;
  }

  /**
   * For each unit and count c, p^c / c!, and with the first unit of each stratum its n!: their
   * product is the multinomial probability.
   */
  private double[][] powers() {
    double[][] powers = new double[units.units()][];
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      int first = units.stratumStarts()[stratum];
      int size = units.size(stratum);
      double total = weights.length == 0 ? size : sum(first, size);
      for (int k = first; k < first + size; k++) {
        double share = (weights.length == 0 ? 1 : weights[k]) / total;
        powers[k] = new double[size + 1];
        powers[k][0] = 1;
        for (int c = 1; c <= size; c++) {
          powers[k][c] = powers[k][c - 1] * share / c;
        }
      }
      for (int c = 2; c <= size; c++) {
        double factor = c;
        Arrays.setAll(powers[first], count -> powers[first][count] * factor);
      }
    }
    return powers;
  }

  private double sum(int first, int size) {
    return Arrays.stream(weights, first, first + size).sum();
  }

  /** Goes through the resamples, cheaply from one to the next. */
  private final class Walk {
    private final Compositions[] strata = new Compositions[units.strata()];
    private final int[][] own = new int[strata.length][];
    private final int[] counts = new int[units.units()];
    private long item = -2;

    Walk() {
      for (int stratum = 0; stratum < strata.length; stratum++) {
        strata[stratum] = new Compositions(units.size(stratum));
        own[stratum] = new int[units.size(stratum)];
      }
    }

    void moveTo(long index) {
      if (index == item + 1) {
        int stratum = strata.length - 1;
        while (!Compositions.next(own[stratum]) && stratum > 0) {
          stratum--;
        }
      } else if (index != item) {
        long left = index;
        for (int stratum = strata.length - 1; stratum >= 0; stratum--) {
          strata[stratum].at(left % strata[stratum].count(), own[stratum]);
          left /= strata[stratum].count();
        }
      }
      item = index;
      for (int stratum = 0; stratum < strata.length; stratum++) {
        int[] from = own[stratum];
        System.arraycopy(from, 0, counts, units.stratumStarts()[stratum], from.length);
      }
    }

    Resample draw(long index, DrawnRows drawn) {
      moveTo(index);
      drawn.clear();
      for (int unit = 0; unit < counts.length; unit++) {
        for (int left = counts[unit]; left > 0; left--) {
          drawn.add(units.rows(), units.unitStarts()[unit], units.unitStarts()[unit + 1]);
        }
      }
      return drawn.done();
    }
  }

  /**
   * The ways to draw n of n units with replacement, as counts c_1 + ... + c_n = n, in lexicographic
   * order: there are C(2n - 1, n).
   */
  private static final class Compositions {
    private final int n;

    /** Entry (r, m): how many ways there are to share r draws among m units. */
    private final long[][] ways;

    Compositions(int n) {
      this.n = n;
      ways = new long[n + 1][n + 1];
      for (int m = 1; m <= n; m++) {
        ways[0][m] = 1;
        for (int r = 1; r <= n; r++) {
          ways[r][m] = ways[r - 1][m] + ways[r][m - 1];
        }
      }
    }

    long count() {
      return ways[n][n];
    }

    /** The counts of an index, written into an array of n. */
    void at(long index, int[] counts) {
      long left = index;
      int draws = n;
      for (int unit = 0; unit < n - 1; unit++) {
        int count = 0;
        while (left >= ways[draws - count][n - unit - 1]) {
          left -= ways[draws - count][n - unit - 1];
          count++;
        }
        counts[unit] = count;
        draws -= count;
      }
      counts[n - 1] = draws;
    }

    /** Goes from counts to the next ones; false, and back at the first, after the last. */
    static boolean next(int[] counts) {
      int last = counts.length - 1;
      int unit = last;
      while (unit > 0 && counts[unit] == 0) {
        unit--;
      }
      if (unit == 0) {
        int all = counts[0];
        counts[0] = 0;
        counts[last] = all;
        return false;
      }
      int rest = counts[unit] - 1;
      counts[unit] = 0;
      counts[unit - 1]++;
      counts[last] = rest;
      return true;
    }
  }
}
