/**
 * Tables with named columns: reading them from files of any form, and writing result tables of any
 * length in flat memory. May import spelling, storage and the rooms below.
 */
package dev.parallax.table;
