/**
 * Formulas and conditions as words, numbers and signs. May import nothing of ours.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.lexer;
