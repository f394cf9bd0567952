/**
 * The built-in statistics, and the names they go by; their fast paths are in the rooms below. Plain
 * Java, no cluster. May import model, spelling and the rooms below.
 */
package dev.parallax.statistic;
