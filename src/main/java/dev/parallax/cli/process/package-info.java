/**
 * The process that a command runs in: signals and exits, what it ends with, its output. May import
 * engine, model.command, spelling and terminal.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.cli.process;
