/**
 * The built-in models, functions and statistics with their fast paths, and the names they go by.
 * Plain Java, no cluster. May import model, random, spelling and table.
 */
package dev.parallax.kernel;
