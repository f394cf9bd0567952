package dev.parallax.model.command;

/** A program gave no responses for a point: why, in words for its user. */
public final class ScriptException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace, which would say nothing of the program. */
  ScriptException(String message) {
    super(message, null, false, false);
  }
}
