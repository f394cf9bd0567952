package dev.parallax.bootstrap;

import dev.parallax.sum.ExactSum;
import java.util.Arrays;

/**
 * What ABC makes of derivatives.
 *
 * @param error the standard error of the infinitesimal jackknife
 * @param acceleration a
 * @param correction z0, of acceleration, bias and the curvature along the direction
 * @param shares how the weights change with each standard error along the least favourable
 *     direction; far along it, some are negative
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record Direction(double error, double acceleration, double correction, double[] shares) {

  static Direction of(Derivatives derivatives, int rows) {
    double n = rows;
    double[] slope = derivatives.first();
    double largest = Arrays.stream(slope).map(Math::abs).max().orElse(0);
    int exponent =
        largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
    // In units in which their squares and cubes are in range.
    double[] scaled = Arrays.stream(slope).map(s -> Math.scalb(s, -exponent)).toArray();
    ExactSum squares = new ExactSum();
    ExactSum cubes = new ExactSum();
    ExactSum bends = new ExactSum();
    for (int row = 0; row < rows; row++) {
      squares.add(scaled[row] * scaled[row]);
      cubes.add(scaled[row] * scaled[row] * scaled[row]);
      bends.add(Math.scalb(derivatives.second()[row], -exponent));
    }
    double spread = Math.sqrt(squares.value());
    double error = spread / n;
    double acceleration = cubes.value() / (6 * spread * squares.value());
    double[] shares = Arrays.stream(scaled).map(s -> s / (n * spread)).toArray();
    double quadratic = Math.scalb(derivatives.bend(shares), -exponent) / (2 * error);
    double bias = bends.value() / (2 * n * n);
    return new Direction(
        Math.scalb(error, exponent),
        acceleration,
        acceleration - (bias / error - quadratic),
        shares);
  }

  boolean usable() {
    return error > 0 && Double.isFinite(error) && Double.isFinite(correction);
  }
}
