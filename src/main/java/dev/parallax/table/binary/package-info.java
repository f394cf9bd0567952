/**
 * FITS and VOTable, by our own readers and through STIL. May import spelling, table.column,
 * table.condition, table.fixed and table.text.
 */
package dev.parallax.table.binary;
