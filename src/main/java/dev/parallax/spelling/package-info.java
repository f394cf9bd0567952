/** The nearest right spelling of a name that is not known. Imports nothing of ours. */
package dev.parallax.spelling;
