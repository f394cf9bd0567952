/**
 * What makes a job the one that it is: its options and the digests of the files and the code that
 * it uses; how that is kept in a job file, and compared. May import the seam between jobs and what
 * runs them, and what opens files; nothing of a single kind of job.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.identity;
