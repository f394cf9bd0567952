/**
 * The seam between jobs and all that runs, keeps and shows them: kinds of jobs, their options, what
 * is said of their results. May import what a job is made of and run; nothing of a single kind.
 */
package dev.parallax.workload;
