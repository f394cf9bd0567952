/**
 * The Monte Carlo bootstrap: how rows are resampled, the job, and what its replicates say. May
 * import engine, model, random, spelling, statistic, statistic.sums, sum and table.
 */
package dev.parallax.bootstrap;
