package dev.parallax.workload.sweep.parameter;

import dev.parallax.spelling.Digits;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Distributions of numbers with fractions. */
final class Continuous {
  private Continuous() {}

  private static void ordered(double a, double b) {
    Spaced.finite("the lower end", a);
    Spaced.finite("the upper end", b);
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
      Spaced.finite("the mean", m);
      Spaced.finite("the standard deviation", s);
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
