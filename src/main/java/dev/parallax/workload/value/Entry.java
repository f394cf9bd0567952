package dev.parallax.workload.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a list with commas. In quotes, double or single, it may have commas and colons, and a
 * quote doubled is one; it is a text then, whatever it looks like.
 *
 * @param text what it says, without quotes around it
 * @param quoted whether there were some
 */
public record Entry(String text, boolean quoted) {
  private static final Pattern QUOTED =
      Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|'((?:[^']|'')*)')\\s*(?=,|$)");
  private static final Pattern OPENED = Pattern.compile("(?:^|,)\\s*[\"']");

  /** Whether an entry of a list begins with a quote. */
  static boolean areQuoted(String list) {
    return OPENED.matcher(list).find();
  }

  /**
   * The entries of a list.
   *
   * @throws IllegalArgumentException if a quote that is opened is not closed before a comma or the
   *     end
   */
  public static List<Entry> all(String list) {
    List<Entry> entries = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(list);
    int at = 0;
    while (at <= list.length()) {
      if (quoted.region(at, list.length()).lookingAt()) {
        entries.add(new Entry(inner(quoted), true));
        at = quoted.end() + 1;
      } else {
        int comma = list.indexOf(',', at);
        int end = comma < 0 ? list.length() : comma;
        String text = list.substring(at, end).strip();
        if (text.startsWith("\"") || text.startsWith("'")) {
          throw new IllegalArgumentException(
              "the quote before " + text.substring(1) + " is not closed, or more follows it");
        }
        entries.add(new Entry(text, false));
        at = end + 1;
      }
    }
    return entries;
  }

  private static String inner(Matcher quoted) {
    boolean twice = quoted.group(1) != null;
    return twice ? quoted.group(1).replace("\"\"", "\"") : quoted.group(2).replace("''", "'");
  }

  /** A text that stands for itself, but for quotes around all of it. */
  public static Entry single(String text) {
    Matcher quoted = QUOTED.matcher(text);
    return quoted.matches() ? new Entry(inner(quoted), true) : new Entry(text, false);
  }
}
