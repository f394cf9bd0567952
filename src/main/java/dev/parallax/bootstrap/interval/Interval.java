package dev.parallax.bootstrap.interval;

import dev.parallax.model.Range;
import dev.parallax.text.Choices;

/**
 * A confidence interval.
 *
 * @param method how it was made, such as {@code percentile}
 * @param level its confidence level, between 0 and 1
 * @param side which ends it has; the other is infinite
 * @param transform the scale on which it was made
 * @param low its lower end
 * @param high its upper end
 * @param lowError the Monte Carlo error of the lower end: how far ends from other seeds scatter, as
 *     a standard deviation; 0 where nothing is random
 * @param highError that of the upper end
 * @param extreme whether an end is made of one of the outermost replicates: with B of them and a
 *     share α beyond the end, (B + 1) α is below 10
 * @param fallback why it is undefined, or another method had to stand in for it, and which; empty
 *     if it is neither
 */
public record Interval(
    String method,
    double level,
    Side side,
    Transform transform,
    double low,
    double high,
    double lowError,
    double highError,
    boolean extreme,
    String fallback) {

  /**
   * Which of its ends lie where no value can: {@code low}, {@code high}, {@code both}, or empty. An
   * open end is none.
   */
  public String beyond(Range range) {
    boolean below = Double.isFinite(low) && (low < range.low() || low > range.high());
    boolean above = Double.isFinite(high) && (high > range.high() || high < range.low());
    return below && above ? "both" : below ? "low" : above ? "high" : "";
  }

  /** Whether it may be made on a scale of its own. */
  boolean takesScale() {
    return Choices.find("interval", IntervalMethod.class, method).takesScale();
  }

  static Interval of(
      IntervalMethod method,
      double level,
      Side side,
      End low,
      End high,
      RuleChoice.Chosen chosen,
      double draws) {
    boolean made = !Double.isNaN(low.value()) && !Double.isNaN(high.value());
    return new Interval(
        method.toString(),
        level,
        side,
        chosen.transform(),
        low.value(),
        high.value(),
        low.error(),
        high.error(),
        low.extreme(draws) || high.extreme(draws),
        made || !chosen.fallback().isEmpty()
            ? chosen.fallback()
            : "an end is beyond what the approximation reaches");
  }
}
