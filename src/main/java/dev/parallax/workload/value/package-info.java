/**
 * The values that a parameter of a sweep or the elements of a map run through, and how they are
 * written: spaced numbers, lists of numbers and of texts. May import model and spelling.
 */
package dev.parallax.workload.value;
