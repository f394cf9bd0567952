/**
 * The Monte Carlo bootstrap and the jackknife as workloads, and what their replicates come to.
 * Imports sample, resampling and interval, whose rooms are below this one.
 */
package dev.parallax.bootstrap;
