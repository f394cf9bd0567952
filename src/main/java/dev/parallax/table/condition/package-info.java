/**
 * Which rows and columns of a table are wanted. May import lexer, spelling and table.column.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.table.condition;
