/** Formulas and conditions as words, numbers and signs. May import nothing of ours. */
package dev.parallax.lexer;
