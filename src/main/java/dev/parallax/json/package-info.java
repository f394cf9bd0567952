/**
 * JSON as plain maps, lists, texts and numbers, read and written. Imports nothing of ours but
 * spelling.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.json;
