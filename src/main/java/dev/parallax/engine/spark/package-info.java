/** The Spark engine, the only place where Spark is imported. May import engine. */
package dev.parallax.engine.spark;
