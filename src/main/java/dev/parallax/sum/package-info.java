/** Exact sums: of numbers, of their squares, and the moments that follow. */
package dev.parallax.sum;
