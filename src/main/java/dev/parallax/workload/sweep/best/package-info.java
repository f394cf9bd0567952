/**
 * Where a response of a sweep is best: the point, its neighbours on the grid, and for a chi-square
 * or a log-likelihood how far each parameter may be from there.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.workload.sweep.best;
