package dev.parallax.engine;

import java.io.Serializable;

/**
 * An item whose evaluation threw; its entries in the result columns mean nothing.
 *
 * @param item the item's index
 * @param message what was thrown, in one line
 */
public record Failure(long item, String message) implements Serializable {

  private static final int LONGEST = 1000;

  /** Why an item failed, as {@code ExceptionName: message}. */
  public static Failure of(long item, Throwable cause) {
    String text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    String line = (cause.getClass().getSimpleName() + text).replaceAll("\\s+", " ").strip();
    return new Failure(item, line.substring(0, Math.min(line.length(), LONGEST)));
  }
}
