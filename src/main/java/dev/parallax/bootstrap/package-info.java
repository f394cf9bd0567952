/**
 * The Monte Carlo bootstrap: how rows are resampled, the job, and what its replicates say. May
 * import engine, kernel, model, random, spelling and table.
 */
package dev.parallax.bootstrap;
