/**
 * A fourth kind of job, Monte Carlo integration over a box, to prove that the seam is all it takes:
 * this folder and one line in a registry.
 */
package dev.parallax.workload.integral;
