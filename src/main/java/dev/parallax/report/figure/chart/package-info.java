/**
 * Figures drawn as charts, as PNG, SVG and PDF: data comes in, files come out. The drawing goes
 * through JFreeChart, which is not loaded before. May import report.figure, spelling and storage.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.report.figure.chart;
