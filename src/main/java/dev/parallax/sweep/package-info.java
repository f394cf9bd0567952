/**
 * The parameter sweep: which points there are, decoded from the item index, and the job that maps a
 * model over them. May import engine, model, point, random, spelling and table.
 */
package dev.parallax.sweep;
