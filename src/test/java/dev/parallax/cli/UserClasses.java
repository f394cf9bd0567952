package dev.parallax.cli;

import dev.parallax.model.ElementFunction;
import dev.parallax.model.Model;
import dev.parallax.model.Statistic;
import dev.parallax.random.RandomStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** What users write, right and wrong; {@code $Name} behind this class's name finds each. */
public final class UserClasses {
  private UserClasses() {}

  /** A right model. */
  public static final class Parabola implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return List.of("a", "x");
    }

    @Override
    public List<String> responses() {
      return List.of("y");
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) {
      if (parameters[1] == 3) {
        throw new IllegalStateException("three,\nand \"quoted\"");
      }
      return new double[] {parameters[0] * parameters[1] * parameters[1] + random.nextDouble()};
    }
  }

  /** What {@code exp(-x^2/2)*cos(k*x) + normal()} says. */
  public static final class Ripple implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return List.of("k", "x");
    }

    @Override
    public List<String> responses() {
      return List.of("value");
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) {
      double k = parameters[0];
      double x = parameters[1];
      double value = StrictMath.exp(-(x * x) / 2) * StrictMath.cos(k * x) + random.nextGaussian();
      return new double[] {value};
    }
  }

  /** Has names and messages that are hard to write down. */
  public static final class Hostile implements Model {
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> parameters() {
      return List.of("a", "</title><script>alert(1)</script>");
    }

    @Override
    public List<String> responses() {
      return List.of(
          "<img src=x onerror=alert(1)>", "a_response_of_" + "long_".repeat(30) + "name");
    }

    @Override
    public double[] evaluate(double[] parameters, RandomStream random) {
      if (parameters[0] < 15) {
        throw new IllegalStateException("<script>alert('no')</script> & " + "x".repeat(5000));
      }
      return new double[] {parameters[0], -1e300 * parameters[1]};
    }
  }

  /** A right function. */
  public static final class Square implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @Override
    public String response() {
      return "square";
    }

    @Override
    public long apply(long element, RandomStream random) {
      return Math.multiplyExact(element, element);
    }
  }

  /** Half of each integer, and chance, one by one or all at once. */
  public static final class Halves implements ElementFunction.ToDouble, ElementFunction.OfSlice {
    private static final long serialVersionUID = 1L;

    @Override
    public double apply(long element, RandomStream random) {
      return element / 2.0 + random.nextDouble();
    }

    @Override
    public double[] apply(long[] elements, IntFunction<RandomStream> random) {
      double[] halves = new double[elements.length];
      for (int i = halves.length - 1; i >= 0; i--) {
        halves[i] = elements[i] / 2.0 + random.apply(i).nextDouble();
        elements[i] = 0; // it may do that
      }
      return halves;
    }
  }

  /** Of slices only, and wrong: a value depends on the other elements. */
  public static final class Centred implements ElementFunction.OfSlice {
    private static final long serialVersionUID = 1L;

    @Override
    public double[] apply(long[] elements, IntFunction<RandomStream> random) {
      double mean = LongStream.of(elements).average().orElseThrow();
      return LongStream.of(elements).mapToDouble(element -> element - mean).toArray();
    }
  }

  /** Of slices, and wrong in one way or another, depending on the first element. */
  public static final class Careless implements ElementFunction.OfSlice {
    private static final long serialVersionUID = 1L;

    @Override
    public double[] apply(long[] elements, IntFunction<RandomStream> random) {
      if (elements[0] == 0) {
        throw new IllegalArgumentException("no zeros");
      }
      return elements[0] == 5 ? new double[3] : new double[elements.length];
    }
  }

  /** A right statistic. */
  public static final class MidRange implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Prepared prepare(double[][] columns) {
      double[] x = columns[0];
      return () ->
          resample -> {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row : resample.rows()) {
              low = Math.min(low, x[row]);
              high = Math.max(high, x[row]);
            }
            return (low + high) / 2;
          };
    }
  }

  /** Wrong in one way or another. */
  public abstract static class Abstract implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;
  }

  /** Has no public constructor. */
  public static final class Closed implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    private Closed() {}

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Has a constructor with an argument only. */
  public static final class Needy implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;
    private final long added;

    /** Needs something. */
    public Needy(long added) {
      this.added = added;
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element + added;
    }
  }

  /** Cannot be made. */
  public static final class Throwing implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    /** Throws. */
    public Throwing() {
      throw new IllegalStateException("no data\nat hand");
    }

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }

  /** Cannot be loaded. */
  public static final class Unloadable implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;
    private static final long BROKEN = Long.parseLong("broken");

    @Override
    public long apply(long element, RandomStream random) {
      return element + BROKEN;
    }
  }

  /** Has a field that cannot be sent anywhere. */
  public static final class Tied implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // that is the point
    private final Thread worker = new Thread("worker");

    @Override
    public long apply(long element, RandomStream random) {
      return element + worker.getPriority();
    }
  }

  static final class Hidden implements ElementFunction.ToLong {
    private static final long serialVersionUID = 1L;

    public Hidden() {}

    @Override
    public long apply(long element, RandomStream random) {
      return element;
    }
  }
}
