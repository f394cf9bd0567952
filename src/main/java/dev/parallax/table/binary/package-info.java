/**
 * FITS, VOTable and NumPy's arrays, by our own readers and through STIL. May import spelling,
 * table.column, table.condition, table.fixed and table.text.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.table.binary;
