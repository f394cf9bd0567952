/**
 * What each kind of figure shows, as plain data; nothing here draws. May import nothing of ours.
 */
package dev.parallax.report.figure;
