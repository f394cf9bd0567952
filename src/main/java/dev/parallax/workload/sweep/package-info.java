/**
 * The sweep as a kind of job: its options, findings and pictures. May import the seam, the sweep
 * itself and what draws.
 */
package dev.parallax.workload.sweep;
