/**
 * What is known of a run's results, for every rendering of them: findings, and the rows of its
 * tables. May import engine, run, table, spelling and report.figure.
 */
package dev.parallax.findings;
