/**
 * Pictures of results, as PNG and SVG: plain data comes in, files come out. The drawing goes
 * through JFreeChart, which is not loaded before a picture is written. May import storage.
 */
package dev.parallax.report.figure;
