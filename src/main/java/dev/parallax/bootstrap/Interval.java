package dev.parallax.bootstrap;

/**
 * A confidence interval.
 *
 * @param method how it was made, such as {@code percentile}
 * @param level its confidence level, between 0 and 1
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(String method, double level, double low, double high) {}
