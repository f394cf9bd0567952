/**
 * The array map: where the integers come from, and the job that scatters them, applies a function
 * and gathers. May import engine, model, point, random, spelling, storage and table.
 */
package dev.parallax.array;
