/**
 * FITS, VOTable and NumPy's arrays, by our own readers and through STIL. May import spelling,
 * table.column, table.condition and table.fixed.
 */
package dev.parallax.table.binary;
