package dev.parallax.engine.block;

import dev.parallax.spelling.Thrown;
import java.io.Serializable;

/**
 * An item whose evaluation failed; its entries in the result columns mean nothing.
 *
 * @param item the item's index
 * @param exception the class of what was thrown
 * @param message its message in one line, empty if it has none
 */
public record Failure(long item, String exception, String message) implements Serializable {

  private static final int LONGEST = 1000;

  /** Why an item failed. */
  public static Failure of(long item, Throwable cause) {
    String text = Thrown.message(cause); // which can be of any length
    String line = text.substring(0, Math.min(text.length(), 16 * LONGEST));
    line = line.replaceAll("\\s+", " ").strip();
    String name = cause.getClass().getName();
    return new Failure(item, name, line.substring(0, Math.min(line.length(), LONGEST)));
  }

  /** As people read it: the exception without its package, and the message. */
  public String text() {
    String name = exception.substring(exception.lastIndexOf('.') + 1);
    String simple = name.substring(name.lastIndexOf('$') + 1);
    return message.isEmpty() ? simple : simple + ": " + message;
  }
}
