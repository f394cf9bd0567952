/**
 * Models and statistics written as formulas: read, checked, and compiled to bytecode where they are
 * evaluated. * May import lexer, model, random and spelling.
 */
package dev.parallax.model.expression;
