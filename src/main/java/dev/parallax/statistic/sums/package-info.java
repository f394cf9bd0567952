/**
 * Sums over resamples and the moments they make, by vectors where the machine has them; the bits
 * are the same. May import model and random.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.statistic.sums;
