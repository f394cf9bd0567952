/**
 * A column in ascending order: order statistics and mid-ranks of resamples, and of real weights.
 * May import model.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.statistic.order;
