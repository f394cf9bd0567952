/** Tables with named columns, read and written through STIL. May import spelling. */
package dev.parallax.table;
