/**
 * The page on a run: one HTML file that refers to nothing outside of it. May import engine, run,
 * report and report.figure.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.report.page;
