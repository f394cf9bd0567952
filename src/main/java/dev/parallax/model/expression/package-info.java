/**
 * Models and statistics written as formulas: read, checked, and compiled to bytecode where they are
 * evaluated. May import engine.block, lexer, model, random and spelling.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.model.expression;
