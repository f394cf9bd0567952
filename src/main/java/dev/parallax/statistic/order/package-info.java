/**
 * A column in ascending order: order statistics and mid-ranks of resamples, and of real weights.
 * May import model.
 */
package dev.parallax.statistic.order;
