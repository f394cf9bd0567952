/**
 * Where things lie: paths, addresses and patterns of paths as the user writes them, files that
 * appear whole or not at all. May import spelling and storage.remote.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.storage;
