package dev.parallax.bootstrap.interval;

import dev.parallax.spelling.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which ends an interval has. */
public enum Side {
  /** Both, with half of the error beyond each. */
  TWO,
  /** A lower end alone, with all of the error below it. */
  LOWER,
  /** An upper end alone, with all of the error above it. */
  UPPER;

  /** The name on the command line and in summaries. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The side of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Side parse(String name) {
    List<String> labels = Arrays.stream(values()).map(Side::label).toList();
    return Arrays.stream(values())
        .filter(side -> side.label().equals(name))
        .findFirst()
        .orElseThrow(() -> Spelling.unknown("side", name, labels));
  }
}
