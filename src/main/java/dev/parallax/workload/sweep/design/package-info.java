/**
 * Which points a sweep has, decoded from the item index: grids, samples, tables. May import engine,
 * model, random, spelling, table and the parameters.
 */
package dev.parallax.workload.sweep.design;
