package dev.parallax.report.figure;

/**
 * A confidence interval to draw.
 *
 * @param method how it was made, such as {@code BCa}; intervals of one method look alike
 * @param label what stands beside it, such as {@code 95 % BCa}
 * @param low its lower end; an infinite one is drawn to the edge
 * @param high its upper end
 */
public record IntervalMark(String method, String label, double low, double high) {}
