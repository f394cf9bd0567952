/**
 * The bootstrap as a kind of job: its options, findings and pictures. May import the seam, the
 * bootstrap itself and what draws.
 */
package dev.parallax.workload.bootstrap;
