/**
 * The front of the library: a session that runs each of the jobs in a line, and what came out. May
 * import everything.
 */
package dev.parallax;
