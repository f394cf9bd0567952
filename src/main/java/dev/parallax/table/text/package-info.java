/**
 * CSV, ECSV and whitespace ASCII: one strict reader of lines and cells, and a writer, so that no
 * digit is lost. The YAML of ECSV goes through STIL. May import spelling, table.column and
 * table.condition.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.table.text;
