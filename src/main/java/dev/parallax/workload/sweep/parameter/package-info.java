/**
 * Parameters: the values that they take, or how these are distributed, and the texts that say so.
 * May import engine, model and spelling.
 */
package dev.parallax.workload.sweep.parameter;
