package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * The exact bootstrap distribution of a mean, or of a difference of two means, by dynamic
 * programming: the distribution of the sum of k draws, shifted by each row's number and weighted
 * with its probability, gives that of k + 1. That needs numbers on a lattice, and takes as many
 * steps as there are draws, rows and attainable sums, rather than resamples.
 *
 * @param values the attainable values, in ascending order
 * @param probabilities how likely each is
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record ExactSums(double[] values, double[] probabilities) {
  private static final int MOST_SUMS = 1 << 24;
  private static final double MOST_STEPS = 4e9;

  /**
   * The distribution, if it is within reach.
   *
   * @param numbers the rows' numbers, whose mean is the statistic
   * @param sample the rows, drawn one by one
   * @param difference whether it is the first sample's mean less the second's
   */
  static Optional<ExactSums> of(double[] numbers, Sample sample, boolean difference) {
    Units units = sample.design().units();
    int[] signs = new int[units.strata()];
    int[] divisors = new int[units.strata()];
    int[] sizes = new int[2];
    double[][] columns = sample.columns();
    for (int row = 0; row < numbers.length; row++) {
      sizes[difference ? (int) columns[1][row] : 0]++;
    }
    for (int stratum = 0; stratum < signs.length; stratum++) {
      int row = units.rows()[units.unitStarts()[units.stratumStarts()[stratum]]];
      int number = difference ? (int) columns[1][row] : 0;
      signs[stratum] = number == 0 ? 1 : -1;
      divisors[stratum] = sizes[number];
    }
    return of(numbers, units, sample.design().weights(), signs, divisors);
  }

  /**
   * The distribution of sums over strata.
   *
   * @param signs by stratum: 1, or -1 for the sample whose mean is subtracted
   * @param divisors by stratum: how many rows its mean is of
   */
  private static Optional<ExactSums> of(
      double[] numbers, Units units, double[] weights, int[] signs, int[] divisors) {
    Optional<Lattice> lattice = units.single() ? Lattice.of(numbers) : Optional.empty();
    if (lattice.isEmpty()) {
      return Optional.empty();
    }
    long common = 1;
    for (int divisor : divisors) {
      common = Math.multiplyExact(common, common % divisor == 0 ? 1 : divisor);
    }
    if (common > 1L << 24) {
      return Optional.empty();
    }
    long[] terms = new long[numbers.length];
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      long factor = signs[stratum] * (common / divisors[stratum]);
      for (int k = units.stratumStarts()[stratum]; k < units.stratumStarts()[stratum + 1]; k++) {
        terms[k] = factor * lattice.get().multiples()[units.rows()[k]];
      }
    }
    long divisor = common;
    return Convolution.of(terms, units, weights)
        .map(sums -> sums.scaled(divisor, lattice.get().scale()));
  }

  /** The sums of whole terms, one for each unit in the units' order. */
  private record Convolution(long least, long step, double[] probabilities) {

    static Optional<Convolution> of(long[] terms, Units units, double[] weights) {
      long least = 0;
      long greatest = 0;
      double rows = 0;
      long step = 0;
      for (int stratum = 0; stratum < units.strata(); stratum++) {
        long[] own = own(terms, units, stratum);
        least += own.length * Arrays.stream(own).min().orElseThrow();
        greatest += own.length * Arrays.stream(own).max().orElseThrow();
        step = ArithmeticUtils.gcd(step, Lattice.commonStep(own));
        rows += (double) own.length * own.length;
      }
      double sums = (greatest - least) / (double) step + 1;
      return sums > MOST_SUMS || sums * rows > MOST_STEPS
          ? Optional.empty()
          : Optional.of(
              new Convolution(least, step, probabilities(terms, units, weights, step, (int) sums)));
    }

    private static double[] probabilities(
        long[] terms, Units units, double[] weights, long step, int sums) {
      double[] probabilities = new double[sums];
      probabilities[0] = 1;
      int reached = 1;
      for (int stratum = 0; stratum < units.strata(); stratum++) {
        long[] own = own(terms, units, stratum);
        double[] shares = shares(units, stratum, weights);
        int[] shifts = shifts(own, step);
        int width = Arrays.stream(shifts).max().orElseThrow();
        for (int draw = 0; draw < own.length; draw++) {
          probabilities = next(probabilities, reached, shifts, shares);
          reached += width;
        }
      }
      return probabilities;
    }

    private static long[] own(long[] terms, Units units, int stratum) {
      return Arrays.copyOfRange(
          terms, units.stratumStarts()[stratum], units.stratumStarts()[stratum + 1]);
    }

    private static int[] shifts(long[] own, long step) {
      long least = Arrays.stream(own).min().orElseThrow();
      return Arrays.stream(own).mapToInt(term -> (int) ((term - least) / step)).toArray();
    }

    private static double[] shares(Units units, int stratum, double[] weights) {
      int first = units.stratumStarts()[stratum];
      double[] shares = new double[units.size(stratum)];
      double total = 0;
      for (int k = 0; k < shares.length; k++) {
        shares[k] = weights.length == 0 ? 1 : weights[first + k];
        total += shares[k];
      }
      for (int k = 0; k < shares.length; k++) {
        shares[k] /= total;
      }
      return shares;
    }

    /** One draw more. */
    private static double[] next(double[] from, int reached, int[] shifts, double[] shares) {
      double[] to = new double[from.length];
      for (int k = 0; k < shifts.length; k++) {
        int shift = shifts[k];
        double share = shares[k];
        for (int sum = 0; sum < reached; sum++) {
          to[sum + shift] += share * from[sum];
        }
      }
      return to;
    }

    /** The attainable sums over a divisor and 10^scale, rounded once. */
    ExactSums scaled(long divisor, int scale) {
      double unit = divisor * Math.pow(10, scale);
      int attainable = (int) Arrays.stream(probabilities).filter(p -> p > 0).count();
      double[] values = new double[attainable];
      double[] kept = new double[attainable];
      int at = 0;
      for (int sum = 0; sum < probabilities.length; sum++) {
        if (probabilities[sum] > 0) {
          values[at] = (least + step * sum) / unit;
          kept[at++] = probabilities[sum];
        }
      }
      return new ExactSums(values, kept);
    }
  }

  /**
   * Gives the values that the statistic attains, by their numbers.
   *
   * @param values all of them
   */
  @SuppressWarnings("ArrayRecordComponent") // results that are handed on
  public record Attained(double[] values) implements BlockFunction<Nothing> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<Column> apply(Slice<Nothing> slice, ItemLoop items) {
      int first = (int) slice.block().first();
      double[] some = new double[slice.block().size()];
      items.forEachPiece(
          some.length, (from, to) -> System.arraycopy(values, first + from, some, from, to - from));
      return List.of(new Column.Doubles(some));
    }
  }

  /**
   * Numbers that are whole multiples of a power of ten, as measured ones are.
   *
   * @param multiples the numbers over the unit
   * @param scale the unit is 10^-scale
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read only
  private record Lattice(long[] multiples, int scale) {
    /** More digits than measured numbers have. */
    private static final int MOST_SCALE = 12;

    /** So large, sums of a few thousand multiples are still exact as doubles. */
    private static final long MOST = 1L << 40;

    /** The lattice of the numbers as they are written in decimal, if it is not too fine. */
    static Optional<Lattice> of(double[] numbers) {
      int scale = 0;
      for (double number : numbers) {
        scale = Math.max(scale, BigDecimal.valueOf(number).stripTrailingZeros().scale());
      }
      if (scale > MOST_SCALE) {
        return Optional.empty();
      }
      long[] multiples = new long[numbers.length];
      for (int k = 0; k < numbers.length; k++) {
        BigDecimal multiple = BigDecimal.valueOf(numbers[k]).movePointRight(scale);
        if (multiple.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
          return Optional.empty();
        }
        multiples[k] = multiple.longValueExact();
      }
      return Optional.of(new Lattice(multiples, scale));
    }

    /** The greatest number of which all differences of multiples are multiples; 1 or more. */
    static long commonStep(long[] multiples) {
      long step = 0;
      for (long multiple : multiples) {
        step = ArithmeticUtils.gcd(step, Math.abs(multiple - multiples[0]));
      }
      return Math.max(1, step);
    }
  }
}
