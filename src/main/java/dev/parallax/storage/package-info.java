/** Where things lie: paths and addresses as the user writes them. May import spelling. */
package dev.parallax.storage;
