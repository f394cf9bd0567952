/**
 * What is known of a run's results, for every rendering of them: findings, and the rows of its
 * tables. May import engine, run, table, spelling and report.figure.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.findings;
