/**
 * A drawing, recorded once, and played on any kind of graphics, so that all forms of a picture are
 * alike. May import spelling.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.report.figure.drawing;
