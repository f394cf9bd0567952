package dev.parallax.bootstrap.interval;

import dev.parallax.model.Statistic;
import dev.parallax.sum.ExactSum;
import java.util.Arrays;
import java.util.List;

/**
 * The ABC interval: BCa without resampling, from derivatives of a statistic that takes weights
 * (DiCiccio and Efron 1992, doi:10.1093/biomet/79.2.231; quadratic form). Statistics that are
 * {@link Statistic.Smooth} tell their derivatives. Those of others are differences, made twice;
 * where an end depends on which are taken, it is withheld.
 */
public final class Abc implements EndRule {
  /** In standard errors: how far an end may be wrong by what it is computed with. */
  private static final double LEAST_WRONG = 0.01;

  private final Derivatives.Weighing weighing;
  private final int rows;
  private final List<Direction> directions;

  /**
   * The rule for one value of a statistic.
   *
   * @param statistic makes evaluators that are weighted
   * @param rows how many rows the data have
   * @param responses how many values the statistic has
   * @param response which of them is meant
   */
  public Abc(Statistic.Prepared statistic, int rows, int responses, int response) {
    this.rows = rows;
    weighing = new Derivatives.Weighing(statistic, responses, response);
    directions = Derivatives.of(weighing, rows).stream().map(d -> Direction.of(d, rows)).toList();
  }

  /** Whether the statistic has the derivatives that the interval is made of: a median has none. */
  public boolean usable() {
    return directions.stream().allMatch(Direction::usable);
  }

  /** By the first derivatives, which are the better ones. */
  @Override
  public End at(double p) {
    boolean made = usable() && withheld(List.of(p)).isEmpty();
    return End.fixed(made ? end(directions.get(0), p) : Double.NaN);
  }

  @Override
  public String withheld(List<Double> ends) {
    if (!usable()) {
      return "withheld: the statistic has no derivatives by the rows' weights here";
    }
    boolean apart =
        directions.stream()
            .skip(1)
            .anyMatch(other -> ends.stream().anyMatch(p -> apart(directions.get(0), other, p)));
    return apart
        ? "withheld: rounding errors in differences of the statistic move an end by more than 0.01"
            + " standard errors"
        : "";
  }

  /** Whether an end depends on which of two is taken, or z0 does, and so whether it can be had. */
  private boolean apart(Direction best, Direction other, double p) {
    double by = end(other, p) - end(best, p);
    return !(Math.abs(other.correction() - best.correction()) <= LEAST_WRONG)
        || Math.abs(by) > LEAST_WRONG * best.error();
  }

  private double end(Direction direction, double p) {
    double z = direction.correction() + StandardNormal.quantile(p);
    double stretch = 1 - direction.acceleration() * z;
    if (!(stretch > 0)) {
      return Double.NaN;
    }
    double by = z / (stretch * stretch);
    double[] weights = new double[rows];
    Arrays.setAll(weights, row -> 1.0 / rows + by * direction.shares()[row]);
    return weighing.of(weights);
  }

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
      int exponent = exponent(derivatives.first());
      // In units in which their squares and cubes are in range.
      double[] scaled =
          Arrays.stream(derivatives.first()).map(s -> Math.scalb(s, -exponent)).toArray();
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
      return new Direction(
          Math.scalb(error, exponent),
          acceleration,
          acceleration - (bends.value() / (2 * n * n) / error - quadratic),
          shares);
    }

    private static int exponent(double[] slope) {
      double largest = Arrays.stream(slope).map(Math::abs).max().orElse(0);
      return largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
    }

    public boolean usable() {
      return error > 0 && Double.isFinite(error) && Double.isFinite(correction);
    }
  }
}
