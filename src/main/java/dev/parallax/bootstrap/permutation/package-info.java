/** The permutation test: how rows are exchanged, and how likely a value is that is as far out. */
package dev.parallax.bootstrap.permutation;
