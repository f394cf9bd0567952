/**
 * Words that people read: the nearest right spelling of a name that is not known, texts in which
 * nothing is hidden, numbers in their fewest digits, and what something that was thrown says.
 * Imports nothing of ours.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.text;
