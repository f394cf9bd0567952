/**
 * The command line: parses, prints and sets the exit status. It may import everything, and nobody
 * imports it.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.cli;
