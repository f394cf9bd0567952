/**
 * What each kind of figure shows, as plain data; nothing here draws. May import nothing of ours.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.report.figure;
