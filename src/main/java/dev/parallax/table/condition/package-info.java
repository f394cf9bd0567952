/** Which rows and columns of a table are wanted. May import lexer, spelling and table.column. */
package dev.parallax.table.condition;
