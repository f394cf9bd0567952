/**
 * The process that a command runs in: signals and exits, what it ends with, its output. May import
 * engine, model.command and spelling.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.cli.process;
