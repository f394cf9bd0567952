package dev.parallax.report.figure.selection;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is said below a picture. */
final class Notes {
  private Notes() {}

  /** Those that say something, one after the other. */
  static String of(String... notes) {
    return Arrays.stream(notes).filter(note -> !note.isEmpty()).collect(Collectors.joining("; "));
  }
}
