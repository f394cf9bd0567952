/**
 * The array map as a kind of job: its options and findings. May import the seam, the map itself and
 * what draws.
 */
package dev.parallax.workload.map;
