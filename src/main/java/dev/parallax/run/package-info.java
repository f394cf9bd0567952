/**
 * Runs a workload on an engine: slices, pilot, gathering in item order, digest, timing. Sees an
 * engine, never Spark. May import engine, spelling, storage and sum.
 */
package dev.parallax.run;
