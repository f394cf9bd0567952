package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.text.Digits;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/**
 * How many resamples it takes until the Monte Carlo errors of the standard error and of every end
 * of an interval are small enough. The answer depends on the results alone, so that it is the same
 * on every machine.
 *
 * @param error how large they may be, in the statistic's unit
 */
public record Enough(double error) {
  /** The first estimates are rough, so that each step is limited. */
  private static final double MOST_GROWTH = 8;

  private static final double MARGIN = 1.1;

  /**
   * Checks the error.
   *
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  public Enough {
    if (!(error > 0 && error < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a Monte Carlo error is above 0, not " + Digits.shortest(error));
    }
  }

  /**
   * The next number of resamples to try, a multiple of the first; none if the errors are small
   * enough, or cannot be made so within {@code most}.
   *
   * @param first how many there were at first
   */
  public OptionalLong next(List<BootstrapResult> results, long first, long most) {
    long now = results.get(0).resamples();
    double worst = results.stream().mapToDouble(Enough::worst).max().orElse(0);
    if (worst <= error || now >= most) {
      return OptionalLong.empty();
    }
    double factor = Math.min(MOST_GROWTH, MARGIN * (worst / error) * (worst / error));
    double wanted = Math.max((double) now * factor, (double) now + 1);
    double steps = Math.ceil(wanted / (double) first);
    return OptionalLong.of((long) Math.min((double) most, steps * (double) first));
  }

  /** The largest Monte Carlo error of a result; infinite where there is none yet. */
  public static double worst(BootstrapResult result) {
    DoubleStream ends =
        result.intervals().stream()
            .flatMapToDouble(i -> DoubleStream.of(i.lowError(), i.highError()));
    double worst =
        DoubleStream.concat(DoubleStream.of(result.standardErrorError()), ends).max().orElse(0);
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }
}
