package dev.parallax.workload.sweep.parameter;

import java.util.List;

/** Distributions of a few values, each as likely as any other. */
final class Discrete {
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
