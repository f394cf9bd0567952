package dev.parallax.model.command;

import dev.parallax.spelling.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a program is told a point and gives the responses. */
public enum Protocol {
  /**
   * One process for a slice; a line of values for each point, a line of numbers for each answer.
   */
  LINES,
  /** One process for a slice; a JSON object on a line for each point, JSON on a line as answer. */
  JSON,
  /** One process for each point, whose values are in its command line; its output is the answer. */
  ARGS;

  /** The names that {@link #parse} knows. */
  public static List<String> names() {
    return Arrays.stream(values())
        .map(protocol -> protocol.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The protocol of that name, in lower case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Protocol parse(String name) {
    int place = names().indexOf(name);
    if (place < 0) {
      throw Spelling.unknown("protocol", name, names());
    }
    return values()[place];
  }
}
