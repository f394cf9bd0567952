/**
 * What tables are made of: columns with their headers and cells, in memory or row by row, and what
 * a cell's text says. May import spelling.
 */
package dev.parallax.table.column;
