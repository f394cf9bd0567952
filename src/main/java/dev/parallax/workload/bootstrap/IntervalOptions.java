package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.interval.Side;
import dev.parallax.bootstrap.interval.Transform;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.model.Statistic;
import dev.parallax.text.Choices;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.math.BigDecimal;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of a bootstrap that say which intervals are made. */
@Topic(Topic.Heading.INTERVALS)
final class IntervalOptions {
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--interval",
      paramLabel = "NAME,...",
      hideParamSyntax = true,
      split = ",",
      description =
          "normal, basic, percentile, bc, bca, studentized, abc (default: all that apply "
              + "except studentized, which takes n times as long).")
  private List<String> methods = List.of();

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--level",
      paramLabel = "LEVEL,...",
      hideParamSyntax = true,
      split = ",",
      defaultValue = "0.95",
      description = "Confidence levels, between 0 and 1 (default: ${DEFAULT-VALUE}).")
  private List<String> levels;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--side",
      paramLabel = "SIDE",
      defaultValue = "two",
      description = "Which ends an interval has: two, lower or upper (default: ${DEFAULT-VALUE}).")
  private String side;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--transform",
      paramLabel = "SCALE",
      defaultValue = "none",
      description =
          "Scale of normal, basic and studentized intervals: none, log or fisher "
              + "(default: ${DEFAULT-VALUE}).")
  private String transform;

  /**
   * The intervals that are wanted.
   *
   * @throws IllegalArgumentException if a name is unknown, a level not between 0 and 1, or a scale
   *     is of none of the intervals
   */
  Intervals wanted() {
    List<IntervalMethod> named =
        methods.stream().map(name -> Choices.find("interval", IntervalMethod.class, name)).toList();
    Transform scale = Choices.find("transform", Transform.class, transform);
    if (scale != Transform.NONE
        && !named.isEmpty()
        && named.stream().noneMatch(IntervalMethod::takesScale)) {
      throw new IllegalArgumentException(
          "--transform is the scale of normal, basic and studentized intervals; --interval names "
              + "none of these");
    }
    return new Intervals(
        named,
        levels.stream().map(IntervalOptions::level).toList(),
        Choices.find("side", Side.class, side),
        scale);
  }

  private static double level(String text) {
    String number = text.strip().replaceFirst("\\s*%$", "");
    double level;
    try {
      level = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--level must be a number, not '" + text + "'", e);
    }
    boolean percent = !number.equals(text.strip());
    if (percent || !(level > 0 && level < 1)) {
      boolean known = level < 100 && level >= (percent ? Double.MIN_VALUE : 10);
      String hint = known ? "; for " + number + " % write " + share(level) : "";
      throw new IllegalArgumentException("--level lies between 0 and 1, not " + text + hint);
    }
    return level;
  }

  private static String share(double percent) {
    return BigDecimal.valueOf(percent).movePointLeft(2).stripTrailingZeros().toPlainString();
  }

  /** The statistic, with what studentized intervals need if they are asked for. */
  Statistic studentized(Statistic statistic) {
    return wanted().names(IntervalMethod.STUDENTIZED) ? StandardErrors.with(statistic) : statistic;
  }

  /**
   * Checks that the intervals can be made for a statistic of these rows.
   *
   * @throws IllegalArgumentException if not, or if the statistic is undefined
   */
  void check(Bootstrap bootstrap) {
    BootstrapAnalysis.check(bootstrap, wanted());
  }
}
