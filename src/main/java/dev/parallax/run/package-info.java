/**
 * Runs a workload on an engine: slices, pilot, gathering in item order, digest, timing. Sees an
 * engine, never Spark. May import engine and storage.
 */
package dev.parallax.run;
