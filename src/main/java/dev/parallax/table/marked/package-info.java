/**
 * Text whose cells stand between marks: Markdown, reStructuredText, LaTeX, DAOPHOT. May import
 * spelling, table.column, table.condition and table.text.
 */
package dev.parallax.table.marked;
