/**
 * Models written as a formula: read, checked, and compiled to bytecode where they are evaluated.
 * May import model, random and spelling.
 */
package dev.parallax.model.expression;
