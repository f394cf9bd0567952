/**
 * Users' functions and models in Java as models of points. May import engine.block, model, random
 * and spelling.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.model.function;
