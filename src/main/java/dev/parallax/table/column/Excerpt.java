package dev.parallax.table.column;

/** As much of a text as a message has room for. */
public final class Excerpt {
  private static final int LONGEST = 60;
  private static final String MORE = "...";

  private Excerpt() {}

  /** The text, or its beginning if it is long. */
  public static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - MORE.length()) + MORE;
  }
}
