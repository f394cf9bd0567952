/**
 * Tables with named columns: reading them from CSV, ECSV, whitespace ASCII, VOTable and FITS, and
 * writing result tables of any length in flat memory. VOTable, FITS and the YAML of ECSV go through
 * STIL; plain text has its own reader and writer, so that no digit is lost. May import spelling and
 * storage.
 */
package dev.parallax.table;
