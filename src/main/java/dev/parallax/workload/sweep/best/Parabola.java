package dev.parallax.workload.sweep.best;

import java.util.Optional;

/**
 * The parabola through a best point and its two neighbours.
 *
 * @param at where it is least
 * @param cost its least value
 * @param curvature by how much it is above that at a distance of 1
 */
record Parabola(double at, double cost, double curvature) {

  /**
   * The parabola through three points, the middle one of which is the lowest.
   *
   * @param x their places, rising, at any distances
   * @param cost their costs
   * @return none if they are on a line, or too far apart for doubles
   */
  static Optional<Parabola> of(double[] x, double[] cost) {
    double left = x[1] - x[0];
    double right = x[2] - x[1];
    double fall = (cost[0] - cost[1]) / left;
    double rise = (cost[2] - cost[1]) / right;
    double curvature = (fall + rise) / (left + right);
    double slope = (rise * left - fall * right) / (left + right);
    double shift = -slope / (2 * curvature);
    double lowest = cost[1] + slope * shift / 2;
    boolean sound =
        curvature > 0
            && curvature < Double.POSITIVE_INFINITY
            && Double.isFinite(shift)
            && Double.isFinite(lowest);
    return sound ? Optional.of(new Parabola(x[1] + shift, lowest, curvature)) : Optional.empty();
  }

  /** How far from its least place it is so much higher. */
  double halfWidth(double height) {
    return Math.sqrt(height / curvature);
  }
}
