/**
 * Which 64-bit integers are prime: tests of many at once, and by trying divisors. May import model
 * and random.
 */
package dev.parallax.prime;
