/**
 * What a sweep and an array map have in common: a model evaluated at the points of a slice. May
 * import engine, model and random.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.workload.point;
