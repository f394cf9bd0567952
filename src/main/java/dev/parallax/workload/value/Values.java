package dev.parallax.workload.value;

import dev.parallax.model.NumberText;
import dev.parallax.text.Digits;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The values of one parameter, computed from their index: a range costs no memory. They are
 * numbers, or the places of texts in a list.
 */
public interface Values extends Serializable {

  /** How many there are, at least 1. */
  long size();

  /** Value {@code i} of {@link #size}. */
  double at(long i);

  /**
   * Whether they are declared even on a logarithmic axis, or not, as they are on a linear one;
   * empty for those that are no such progression.
   */
  default Optional<Boolean> isLogarithmic() {
    return Optional.empty();
  }

  /** The texts that the values stand for: value k for text k; none if they are numbers. */
  default List<String> levels() {
    return List.of();
  }

  /**
   * The place of a value, to nearly all its digits; -1 if it is none of them. Those that are no
   * list run one way.
   */
  default long indexOf(double value) {
    boolean falling = at(size() - 1) < at(0);
    long from = 0;
    long to = size() - 1;
    while (from < to) {
      long middle = from + (to - from) / 2;
      boolean before = falling ? at(middle) > value : at(middle) < value;
      from = before ? middle + 1 : from;
      to = before ? to : middle;
    }
    return isNearly(at(from), value)
        ? from
        : from > 0 && isNearly(at(from - 1), value) ? from - 1 : -1;
  }

  /** Whether two values differ by no more than roundings. */
  static boolean isNearly(double a, double b) {
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  }

  /**
   * {@code n} values from {@code a} to {@code b} inclusive, evenly spaced: {@code a + i (b - a) /
   * (n - 1)}, the last exactly {@code b}, with the roundings of numpy's function of this name.
   */
  static Values linspace(double a, double b, long n) {
    return new Spaced.Linear(a, b, n);
  }

  /**
   * {@code n} powers of ten with evenly spaced exponents from {@code a} to {@code b} inclusive, as
   * numpy's function of this name.
   */
  static Values logspace(double a, double b, long n) {
    return new Spaced.Powers(new Spaced.Linear(a, b, n));
  }

  /**
   * {@code n} values from {@code a} to {@code b} inclusive in geometric progression; the ends are
   * exact, and have the same sign.
   */
  static Values geomspace(double a, double b, long n) {
    return new Spaced.Geometric(a, b, n);
  }

  /** The given values. */
  static Values of(double... values) {
    return new Listed(values.clone());
  }

  /**
   * The given texts.
   *
   * @throws IllegalArgumentException if there are none, or two are alike
   */
  static Values of(List<String> texts) {
    return new Texts(texts);
  }

  /** Values that follow from two ends and a number of steps. */
  static final class Spaced {
    /** Up to here every whole number is a double. */
    private static final double LARGEST = 0x1p53;

    private Spaced() {}

    /**
     * A number that is finite.
     *
     * @param name what it is, for the complaint
     * @throws IllegalArgumentException if it is not
     */
    public static double finite(String name, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            name + " must be a finite number, not " + Digits.shortest(value));
      }
      return value;
    }

    /**
     * Checks that steps do not fall between the doubles there are beyond 2^53, where values would
     * be rounded to their neighbours.
     *
     * @throws IllegalArgumentException if they do
     */
    public static void checkSteps(Values values) {
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
      public Optional<Boolean> isLogarithmic() {
        return Optional.of(false);
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
      public Optional<Boolean> isLogarithmic() {
        return Optional.of(true);
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
      public Optional<Boolean> isLogarithmic() {
        return Optional.of(true);
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
      public Optional<Boolean> isLogarithmic() {
        return Optional.of(false);
      }

      @Override
      public double at(long i) {
        return a + i * step;
      }
    }
  }

  /** Values as they were given. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out
  record Listed(double[] values) implements Values {
    public Listed {
      if (values.length == 0) {
        throw new IllegalArgumentException("no values");
      }
      for (double value : values) {
        Spaced.finite("value", value);
      }
    }

    @Override
    public long size() {
      return values.length;
    }

    @Override
    public double at(long i) {
      return values[Math.toIntExact(i)];
    }

    @Override
    public long indexOf(double value) {
      return IntStream.range(0, values.length)
          .filter(i -> Values.isNearly(values[i], value))
          .findFirst()
          .orElse(-1);
    }
  }

  /**
   * Texts as values: value k stands for text k.
   *
   * @param levels the texts
   */
  record Texts(List<String> levels) implements Values {
    public Texts {
      levels = List.copyOf(levels);
      if (levels.isEmpty()) {
        throw new IllegalArgumentException("no values");
      }
      Set<String> seen = new HashSet<>();
      for (String level : levels) {
        if (!seen.add(level)) {
          throw new IllegalArgumentException("'" + level + "' is given more than once");
        }
      }
    }

    @Override
    public long size() {
      return levels.size();
    }

    @Override
    public double at(long i) {
      return i;
    }
  }
}
