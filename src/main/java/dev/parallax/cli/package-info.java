/**
 * The command line: one class per command, the options they share, and the only place where all
 * rooms meet. May import everything; only the front of the library imports it, for what it says of
 * results.
 */
package dev.parallax.cli;
