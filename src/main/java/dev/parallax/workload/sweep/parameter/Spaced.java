package dev.parallax.workload.sweep.parameter;

import dev.parallax.model.NumberText;
import dev.parallax.spelling.Digits;

/** Values that follow from two ends and a number of steps. */
final class Spaced {
  /** Up to here every whole number is a double. */
  private static final double LARGEST = 0x1p53;

  private Spaced() {}

  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " must be a finite number, not " + Digits.shortest(value));
    }
    return value;
  }

  /**
   * Checks that steps do not fall between the doubles there are beyond 2^53, where values would be
   * rounded to their neighbours.
   *
   * @throws IllegalArgumentException if they do
   */
  static void checkSteps(Values values) {
    if (values instanceof Linear linear && linear.size > 1) {
      checkStep(linear.a, linear.b, linear.b / (linear.size - 1) - linear.a / (linear.size - 1));
    } else if (values instanceof Stepped stepped && stepped.size > 1) {
      checkStep(stepped.a, stepped.at(stepped.size - 1), stepped.step);
    }
  }

  private static void checkStep(double first, double last, double step) {
    double greatest = Math.max(Math.abs(first), Math.abs(last));
    double apart = Math.ulp(greatest);
    if (greatest > LARGEST && step != 0 && Math.abs(step) < apart) {
      throw new IllegalArgumentException(
          "steps of "
              + NumberText.of(step)
              + " are lost beyond 2^53: at "
              + NumberText.of(greatest)
              + " doubles are "
              + NumberText.of(apart)
              + " apart");
    }
  }

  private static long positive(long n) {
    if (n < 1) {
      throw new IllegalArgumentException("the number of values must be 1 or more, not " + n);
    }
    return n;
  }

  /** Evenly spaced, both ends included. */
  record Linear(double a, double b, long size) implements Values {
    Linear {
      finite("the start", a);
      finite("the end", b);
      positive(size);
      if (Double.isInfinite(b - a)) {
        throw new IllegalArgumentException(
            "the ends are too far apart: " + Digits.shortest(a) + " and " + Digits.shortest(b));
      }
    }

    @Override
    public double at(long i) {
      if (i == size - 1 && size > 1) {
        return b;
      }
      double steps = Math.max(1, size - 1);
      double step = (b - a) / steps;
      // As numpy: where the step underflows to zero, divide first.
      return step == 0 ? i / steps * (b - a) + a : i * step + a;
    }
  }

  /** Ten to the power of other values. */
  record Powers(Values exponents) implements Values {
    Powers {
      if (Double.isInfinite(power(exponents.at(0)))
          || Double.isInfinite(power(exponents.at(exponents.size() - 1)))) {
        throw new IllegalArgumentException("an end is above the greatest double, 10^308.25");
      }
    }

    @Override
    public long size() {
      return exponents.size();
    }

    @Override
    public double at(long i) {
      return power(exponents.at(i));
    }

    static double power(double exponent) {
      // StrictMath: the same bits everywhere; parsing: a whole power of ten is exactly rounded.
      boolean whole = exponent == Math.rint(exponent) && Math.abs(exponent) < 400;
      return whole ? Double.parseDouble("1e" + (int) exponent) : StrictMath.pow(10, exponent);
    }
  }

  /** In geometric progression, both ends included. */
  record Geometric(double a, double b, long size) implements Values {
    Geometric {
      finite("the start", a);
      finite("the end", b);
      positive(size);
      if (a == 0 || b == 0 || (a < 0) != (b < 0)) {
        throw new IllegalArgumentException(
            "a geometric progression needs two ends of one sign, not "
                + Digits.shortest(a)
                + " and "
                + Digits.shortest(b));
      }
    }

    @Override
    public double at(long i) {
      if (i == 0) {
        return a;
      }
      if (i == size - 1) {
        return b;
      }
      double from = StrictMath.log10(Math.abs(a));
      double to = StrictMath.log10(Math.abs(b));
      return Math.copySign(Powers.power(new Linear(from, to, size).at(i)), a);
    }
  }

  /** From a start in steps. */
  record Stepped(double a, double step, long size) implements Values {
    Stepped {
      finite("the start", a);
      finite("the step", step);
      positive(size);
    }

    @Override
    public double at(long i) {
      return a + i * step;
    }
  }
}
