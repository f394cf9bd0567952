/**
 * Where things lie: paths, addresses and patterns of paths as the user writes them, files that
 * appear whole or not at all. May import spelling and storage.remote.
 */
package dev.parallax.storage;
