package dev.parallax.engine;

import java.io.Serializable;

/**
 * An item whose evaluation threw; its entries in the result columns mean nothing.
 *
 * @param item the item's index
 * @param message what was thrown, in one line
 */
public record Failure(long item, String message) implements Serializable {

  /** Why an item failed, as {@code ExceptionName: message}. */
  public static Failure of(long item, Throwable cause) {
    String text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new Failure(
        item, (cause.getClass().getSimpleName() + text).replaceAll("\\s+", " ").strip());
  }
}
