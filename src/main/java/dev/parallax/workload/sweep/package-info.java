/**
 * The parameter sweep: the job that maps a model over the points of a design, its options and
 * findings. May import the seam, designs and parameters, and what draws.
 */
package dev.parallax.workload.sweep;
