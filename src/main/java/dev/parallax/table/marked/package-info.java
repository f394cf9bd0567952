/**
 * Text whose cells stand between marks: Markdown, reStructuredText, LaTeX, DAOPHOT. May import
 * spelling, table.column, table.condition and table.text.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.table.marked;
