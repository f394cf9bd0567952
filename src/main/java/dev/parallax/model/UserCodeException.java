package dev.parallax.model;

/** A user's object does not say what it must; in one line, which and what. */
public final class UserCodeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UserCodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
