/**
 * The rows that a bootstrap resamples: which columns they have which role in, how they hang
 * together, what is known of their errors, and the statistic on them.
 */
package dev.parallax.bootstrap.sample;
