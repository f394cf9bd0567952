package dev.parallax.engine.block;

import dev.parallax.text.Thrown;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An item whose evaluation failed; its entries in the result columns mean nothing.
 *
 * @param item the item's index
 * @param exception the class of what was thrown
 * @param message its message's first line, empty if it has none
 * @param trace the lines behind that, as they were written: a script's traceback, say; as a rule
 *     empty
 */
public record Failure(long item, String exception, String message, String trace)
    implements Serializable {

  private static final int LONGEST = 1000;

  /** What differs between failures of one cause: numbers, among them those in names of files. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|\\b(?:NaN|nan|inf)\\b");

  /** A failure that says no more than its message. */
  public Failure(long item, String exception, String message) {
    this(item, exception, message, "");
  }

  /** Why an item failed. */
  public static Failure of(long item, Throwable cause) {
    String text = Thrown.message(cause).strip(); // which can be of any length
    text = text.substring(0, Math.min(text.length(), 16 * LONGEST));
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    String rest = end < 0 ? "" : text.substring(end + 1).stripTrailing();
    String name = cause.getClass().getName();
    return new Failure(item, name, bounded(line(first)), bounded(rest));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** As people read it: the exception without its package, and the message. */
  public String text() {
    if (Thrown.isNamed(message)) {
      return message; // by a script: that of Java tells nothing
    }
    String name = exception.substring(exception.lastIndexOf('.') + 1);
    String simple = name.substring(name.lastIndexOf('$') + 1);
    return message.isEmpty() ? simple : simple + ": " + message;
  }

  /** All that it says, on one line. */
  public String line() {
    return trace.isEmpty() ? message : message + " " + line(trace);
  }

  /** Whether all are of one kind. */
  public static boolean areAlike(List<Failure> failures) {
    return failures.stream().map(Failure::kind).distinct().count() <= 1;
  }

  /**
   * What it has in common with failures of the same cause: the exception, and the message but for
   * its numbers.
   */
  public String kind() {
    return exception + " " + NUMBER.matcher(message).replaceAll("#");
  }
}
