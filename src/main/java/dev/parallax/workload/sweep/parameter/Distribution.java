package dev.parallax.workload.sweep.parameter;

import dev.parallax.text.Digits;
import dev.parallax.workload.value.Values;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How the values of a sampled parameter are distributed, by the inverse of its distribution
 * function: what spreads evenly over [0, 1) becomes spread like this.
 */
public interface Distribution extends Serializable {

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

  /**
   * Whether values are spread evenly on a logarithmic axis, or not, as they are on a linear one;
   * empty for those that are neither.
   */
  default Optional<Boolean> isLogarithmic() {
    return Optional.of(false);
  }

  /** The texts that the values stand for: value k for text k; none if they are numbers. */
  default List<String> levels() {
    return List.of();
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

  /** Distributions of numbers with fractions. */
  static final class Continuous {
    private Continuous() {}

    private static void ordered(double a, double b) {
      Values.Spaced.finite("the lower end", a);
      Values.Spaced.finite("the upper end", b);
      if (!(a < b)) {
        throw new IllegalArgumentException(
            "the lower end must be below the upper: "
                + Digits.shortest(a)
                + " is not below "
                + Digits.shortest(b));
      }
    }

    /** Even between two ends. */
    record Uniform(double a, double b) implements Distribution {
      Uniform {
        ordered(a, b);
        if (Double.isInfinite(b - a)) {
          throw new IllegalArgumentException(
              "the ends are too far apart: " + Digits.shortest(a) + " and " + Digits.shortest(b));
        }
      }

      @Override
      public double at(double share) {
        return Math.min(b, a + share * (b - a));
      }
    }

    /** Even in the logarithm between two ends. */
    record LogUniform(double a, double b) implements Distribution {
      LogUniform {
        ordered(a, b);
        if (a <= 0) {
          throw new IllegalArgumentException(
              "loguniform needs ends above 0, not " + Digits.shortest(a));
        }
      }

      @Override
      public Optional<Boolean> isLogarithmic() {
        return Optional.of(true);
      }

      @Override
      public double at(double share) {
        if (share == 0) {
          return a;
        }
        double from = StrictMath.log(a);
        double value = StrictMath.exp(from + share * (StrictMath.log(b) - from));
        return Math.min(b, Math.max(a, value));
      }
    }

    /** The normal distribution. */
    record Normal(double m, double s) implements Distribution {
      /** Draws nothing, so it needs no generator; it computes alike on every machine. */
      private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

      /** The middle of the first of 2^53 cells, of which a share of 0 is the lower end. */
      private static final double LEAST = 0x1p-54;

      Normal {
        Values.Spaced.finite("the mean", m);
        Values.Spaced.finite("the standard deviation", s);
        if (s <= 0) {
          throw new IllegalArgumentException(
              "the standard deviation must be above 0, not " + Digits.shortest(s));
        }
      }

      @Override
      public double at(double share) {
        return m + s * STANDARD.inverseCumulativeProbability(Math.max(LEAST, share));
      }

      @Override
      public boolean hasLeast() {
        return false;
      }
    }
  }

  /** Distributions of a few values, each as likely as any other. */
  static final class Discrete {
    /** Up to here every whole number is a double. */
    private static final long LARGEST = 1L << 53;

    private Discrete() {}

    /** Whole numbers, both ends included. */
    record Integers(long a, long b) implements Distribution {
      Integers {
        if (a > b) {
          throw new IllegalArgumentException(
              "the lower end must not be above the upper: " + a + " is above " + b);
        }
        if (a < -LARGEST || b > LARGEST || b - a >= LARGEST) {
          throw new IllegalArgumentException(
              "integers are within -2^53 .. 2^53 and 2^53 at most, not " + a + " .. " + b);
        }
      }

      @Override
      public double at(double share) {
        return Math.min((double) b, a + Math.floor(share * (b - a + 1)));
      }
    }

    /** Values of a list. */
    record Choice(Values values) implements Distribution {

      @Override
      public Optional<Boolean> isLogarithmic() {
        return Optional.empty();
      }

      @Override
      public double at(double share) {
        long size = values.size();
        return values.at(Math.min(size - 1, (long) (share * size)));
      }

      @Override
      public List<String> levels() {
        return values.levels();
      }
    }
  }
}
