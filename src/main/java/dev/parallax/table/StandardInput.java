package dev.parallax.table;

import java.io.IOException;
import java.util.Optional;

/** What came in by standard input, which can be read once. */
final class StandardInput {
  private static Optional<byte[]> kept = Optional.empty();

  private StandardInput() {}

  /** All of it; the caller must not change it. */
  static synchronized byte[] bytes() {
    if (kept.isEmpty()) {
      try {
        kept = Optional.of(System.in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalArgumentException("-: cannot be read: " + e.getMessage(), e);
      }
    }
    return kept.get();
  }
}
