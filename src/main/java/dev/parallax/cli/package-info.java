/**
 * The command line: parses, prints and sets the exit status. It may import everything, and nobody
 * imports it.
 */
package dev.parallax.cli;
