/**
 * Which figures suit a run, and their data: of a sweep by its parameters, of a map by what its
 * function says, of every run the time line. May import engine, run, report.figure, spelling, sum.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.report.figure.selection;
