package dev.parallax.bootstrap.interval;

/**
 * One end of an interval.
 *
 * @param value where it lies
 * @param error its Monte Carlo error: how far ends of runs with other seeds scatter, as a standard
 *     deviation; 0 for an exact distribution
 * @param tail which share of the bootstrap distribution lies beyond the quantile it is made of; 1/2
 *     if it is made of none
 */
public record End(double value, double error, double tail) {
  /** Where the end would be made of one of the outermost replicates. */
  private static final double FEW = 10;

  /** An end made of nothing that is random. */
  static End fixed(double value) {
    return new End(value, 0, 0.5);
  }

  /** Whether so few of the replicates lie beyond it that another run has another end. */
  boolean extreme(double draws) {
    return (draws + 1) * tail < FEW;
  }
}
