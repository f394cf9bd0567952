package dev.parallax.workload;

import java.util.List;

/** Options without which there is no job; looked for after misspelt ones were found. */
public final class Required {
  private Required() {}

  /**
   * Checks that an option was given.
   *
   * @param kind what it names
   * @param value what was given, null if nothing was
   * @param form how it is written
   * @param known what there is to choose from
   * @throws IllegalArgumentException if it is missing
   */
  public static void check(String kind, Object value, String form, List<String> known) {
    if (value == null) {
      String choice = known.isEmpty() ? "" : "; there is " + String.join(", ", known);
      throw new IllegalArgumentException("no " + kind + ": give " + form + choice);
    }
  }
}
