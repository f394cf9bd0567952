/**
 * What a sweep and an array map have in common: a model evaluated at the points of a slice. May
 * import engine, model and random.
 */
package dev.parallax.workload.point;
