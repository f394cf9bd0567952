package dev.parallax.model;

/**
 * A number that depends on ε, to second order: value + first ε + second ε² / 2; and by how much it
 * changes on the whole way from ε = 0 to where a path ends, if it ends anywhere. Sums, products,
 * quotients and roots of expansions are expansions; so a formula gives its derivatives and its
 * change as it gives its value, and nearly equal numbers are never subtracted.
 *
 * @param value at ε = 0
 * @param first its derivative there
 * @param second the second derivative
 * @param change its value at the end less that at ε = 0
 */
public record Expansion(double value, double first, double second, double change) {

  /** What does not depend on ε. */
  public static Expansion constant(double value) {
    return new Expansion(value, 0, 0, 0);
  }

  /** What is a straight line in ε, on a path that ends nowhere. */
  public static Expansion line(double value, double slope) {
    return new Expansion(value, slope, 0, 0);
  }

  /** What changes by something on the whole way. */
  public static Expansion changing(double value, double change) {
    return new Expansion(value, 0, 0, change);
  }

  /** The sum. */
  public Expansion plus(Expansion other) {
    return new Expansion(
        value + other.value, first + other.first, second + other.second, change + other.change);
  }

  /** The difference. */
  public Expansion minus(Expansion other) {
    return plus(other.times(-1));
  }

  /** The product. */
  public Expansion times(Expansion other) {
    return new Expansion(
        value * other.value,
        first * other.value + value * other.first,
        second * other.value + 2 * first * other.first + value * other.second,
        change * other.value + (value + change) * other.change);
  }

  /** A multiple. */
  public Expansion times(double factor) {
    return new Expansion(factor * value, factor * first, factor * second, factor * change);
  }

  /** A multiple by a power of two. */
  public Expansion scaled(int exponent) {
    return new Expansion(
        Math.scalb(value, exponent),
        Math.scalb(first, exponent),
        Math.scalb(second, exponent),
        Math.scalb(change, exponent));
  }

  /** The quotient; not finite where the other is 0. */
  public Expansion over(Expansion other) {
    double quotient = value / other.value;
    double slope = (first - quotient * other.first) / other.value;
    double bend = (second - quotient * other.second - 2 * slope * other.first) / other.value;
    double step = (change - quotient * other.change) / (other.value + other.change);
    return new Expansion(quotient, slope, bend, step);
  }

  /** The root; of a positive number, else not finite. */
  public Expansion root() {
    double root = Math.sqrt(value);
    double slope = first / (2 * root);
    double step = change / (Math.sqrt(value + change) + root);
    return new Expansion(root, slope, (second / 2 - slope * slope) / root, step);
  }

  /** The natural logarithm; of a positive number, else not finite. */
  public Expansion log() {
    double slope = first / value;
    double bend = second / value - slope * slope;
    return new Expansion(StrictMath.log(value), slope, bend, StrictMath.log1p(change / value));
  }

  /**
   * What it is as ε itself depends on δ, ε = first δ + second δ² / 2.
   *
   * @param by ε as a function of δ
   */
  public Expansion along(Expansion by) {
    return new Expansion(
        value, first * by.first, second * by.first * by.first + first * by.second, change);
  }
}
