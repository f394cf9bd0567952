/**
 * Which numbers are written along an axis, and how numbers and labels are printed; nothing here
 * draws. May import spelling.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.report.figure.scale;
