/**
 * How the rows of a replicate are drawn: by kind, with a scheme that says which kind goes with
 * which sample, and what is known of all resamples without drawing them.
 */
package dev.parallax.bootstrap.resampling;
