/**
 * Text whose columns stand at fixed places, such as IPAC's and the AAS journals', and cells held to
 * what their columns declare. May import spelling, table.column, table.condition and table.text.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.table.fixed;
