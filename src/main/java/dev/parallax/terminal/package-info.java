/**
 * What a person reads the output on: how wide it is, whether it has colours, where lines may be
 * broken. May import nothing of ours.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.terminal;
