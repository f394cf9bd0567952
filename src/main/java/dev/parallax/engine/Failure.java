package dev.parallax.engine;

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
    String line = message(cause).replaceAll("\\s+", " ").strip();
    String name = cause.getClass().getName();
    return new Failure(item, name, line.substring(0, Math.min(line.length(), LONGEST)));
  }

  /** What it says, or the beginning of that, which can be of any length. */
  private static String message(Throwable cause) {
    try {
      String text = cause.getMessage();
      return text == null ? "" : text.substring(0, Math.min(text.length(), 16 * LONGEST));
    } catch (Throwable e) { // the user's code, once more
      return "its getMessage() threw " + e.getClass().getName();
    }
  }

  /** The same of an item with another index. */
  public Failure at(long other) {
    return new Failure(other, exception, message);
  }

  /** As people read it: the exception without its package, and the message. */
  public String text() {
    String name = exception.substring(exception.lastIndexOf('.') + 1);
    String simple = name.substring(name.lastIndexOf('$') + 1);
    return message.isEmpty() ? simple : simple + ": " + message;
  }
}
