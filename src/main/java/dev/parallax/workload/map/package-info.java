/**
 * The array map: where the integers come from, the job that scatters them, applies a function and
 * gathers, its options and findings. May import the seam and what draws.
 */
package dev.parallax.workload.map;
