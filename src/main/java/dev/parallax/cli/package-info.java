/**
 * The command line: one class per command, the options they share, and the only place where all
 * rooms meet. May import everything; nothing imports it.
 */
package dev.parallax.cli;
