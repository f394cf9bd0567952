package dev.parallax.bootstrap.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of a statistic over resamples: an estimate of it from B replicates, or the
 * distribution itself from a complete enumeration. Replicates that are NaN or infinite are left out
 * and counted, and enter nothing else.
 */
public interface BootstrapDistribution {

  /** How many finite values there are, equal ones included. */
  int size();

  /**
   * The value of a rank.
   *
   * @param rank from 0, the least, to {@link #size} - 1
   */
  double value(int rank);

  /** Which share of the resamples, by weight, has no finite value. */
  double undefined();

  /** On how many independent resamples it rests: B, or infinity where it is exact. */
  double draws();

  /** Mean and central moments; all NaN where nothing is defined. */
  Moments moments();

  /** The mean. */
  default double mean() {
    return moments().mean();
  }

  /**
   * The standard error that the distribution gives its statistic: the standard deviation, with
   * divisor B - 1 for Monte Carlo replicates and without correction where it is exact. NaN for
   * fewer than two values.
   */
  double standardDeviation();

  /**
   * A quantile. For Monte Carlo replicates by linear interpolation between order statistics (type 7
   * of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566); where the distribution is exact,
   * the least value at or below which lies at least p of the probability.
   *
   * @param p from 0 to 1
   * @return NaN where nothing is defined
   */
  double quantile(double p);

  /**
   * The share of the distribution below a value, with half of the share that is equal to it
   * (mid-p). Values nearer than rounding errors reach count as equal.
   */
  double fractionBelow(double value);

  /**
   * The distribution of a strictly increasing function of the statistic. Where the function is not
   * finite, the value is left out and adds to {@link #undefined}.
   */
  BootstrapDistribution transformed(DoubleUnaryOperator increasing);

  /** How many of the values differ by more than rounding errors. */
  default int distinct() {
    int distinct = 0;
    double last = Double.NEGATIVE_INFINITY;
    for (int rank = 0; rank < size(); rank++) {
      double value = value(rank);
      if (value - last > tolerance(value)) {
        distinct++;
        last = value;
      }
    }
    return distinct;
  }

  /**
   * How far two values may be apart that rounding alone made different: what the rounding of the
   * data comes to, a few units in the last place, or a share of the standard deviation that no sum
   * of a few thousand rows exceeds.
   */
  default double tolerance(double value) {
    double deviation = moments().deviation();
    return Math.max(rounding(), Math.max(4 * Math.ulp(value), deviation * 1e-11));
  }

  /**
   * Which share the Monte Carlo error of a mean over the replicates is of what it would be were
   * they independent.
   *
   * @param function what the mean is of
   */
  default double scatter(DoubleUnaryOperator function) {
    return 1;
  }

  /** How far two values may be apart by the rounding of the data alone; 0 where it is not known. */
  double rounding();
}
