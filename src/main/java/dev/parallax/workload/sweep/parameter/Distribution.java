package dev.parallax.workload.sweep.parameter;

import java.io.Serializable;
import java.util.List;

/**
 * How the values of a sampled parameter are distributed, by the inverse of its distribution
 * function: what spreads evenly over [0, 1) becomes spread like this.
 */
public sealed interface Distribution extends Serializable
    permits Continuous.Uniform,
        Continuous.LogUniform,
        Continuous.Normal,
        Discrete.Integers,
        Discrete.Choice {

  /**
   * The value below which lies this share of all.
   *
   * @param share within [0, 1)
   */
  double at(double share);

  /** Whether there is a value below which nothing lies: one for a share of 0. */
  default boolean hasLeast() {
    return true;
  }

  /** The texts that the values stand for: value k for text k; none if they are numbers. */
  default List<String> levels() {
    return List.of();
  }

  /**
   * A distribution in text form.
   *
   * @param text {@code uniform:a:b}, {@code loguniform:a:b}, {@code normal:m:s}, {@code
   *     integers:a:b} or {@code choice:red,green}
   * @throws IllegalArgumentException if it is none of these, in one line that says why
   */
  static Distribution parse(String text) {
    return DistributionText.parse("NAME", text);
  }

  /** Numbers from {@code a} up to {@code b}, each as likely as any other. */
  static Distribution uniform(double a, double b) {
    return new Continuous.Uniform(a, b);
  }

  /** Numbers from {@code a} up to {@code b}, both above 0, whose logarithms are uniform. */
  static Distribution logUniform(double a, double b) {
    return new Continuous.LogUniform(a, b);
  }

  /** Normal numbers of mean {@code m} and standard deviation {@code s}. */
  static Distribution normal(double m, double s) {
    return new Continuous.Normal(m, s);
  }

  /** Whole numbers from {@code a} to {@code b}, both included, each as likely as any other. */
  static Distribution integers(long a, long b) {
    return new Discrete.Integers(a, b);
  }

  /** These numbers, each as likely as any other. */
  static Distribution choice(double... values) {
    return new Discrete.Choice(Values.of(values));
  }

  /** These texts, each as likely as any other. */
  static Distribution choice(String... texts) {
    return new Discrete.Choice(Values.of(List.of(texts)));
  }
}
