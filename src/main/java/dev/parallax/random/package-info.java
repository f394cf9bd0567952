/**
 * Random streams keyed by (seed, item index), in a frozen format, and the samplers on them. Imports
 * nothing of ours.
 */
package dev.parallax.random;
