/**
 * Exact sums: of numbers, of their squares, and the moments that follow.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.sum;
