/**
 * Where things lie: paths and addresses as the user writes them, files that appear whole or not at
 * all. May import spelling.
 */
package dev.parallax.storage;
