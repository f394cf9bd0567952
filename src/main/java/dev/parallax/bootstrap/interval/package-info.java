/**
 * What a distribution of replicates says: its moments, intervals, their Monte Carlo errors and the
 * cautions.
 */
package dev.parallax.bootstrap.interval;
