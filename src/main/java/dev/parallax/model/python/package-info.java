/**
 * Functions of Python's as models and statistics, as the package {@code parallax} sends them: in
 * processes that stay for the slices and the jobs that follow. May import json, model,
 * model.command, engine.block and random.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.model.python;
