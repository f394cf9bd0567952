package dev.parallax.engine;

/** The engine could not finish: a worker was lost for good, or a block function threw. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with what it came from. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
