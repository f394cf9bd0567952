/**
 * Words that people read: the nearest right spelling of a name that is not known, and texts in
 * which nothing is hidden. Imports nothing of ours.
 */
package dev.parallax.spelling;
