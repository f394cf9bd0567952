/**
 * The bootstrap as a kind of job: its options, findings and pictures. May import the seam, the
 * bootstrap itself and what draws.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.workload.bootstrap;
