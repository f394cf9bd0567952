/**
 * The models that come with Parallax, and the names of these and of the functions. May import
 * model, prime, random and spelling.
 */
package dev.parallax.model.builtin;
