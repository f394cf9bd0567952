/**
 * JSON as plain maps, lists, texts and numbers, read and written. Imports nothing of ours but
 * spelling.
 */
package dev.parallax.json;
