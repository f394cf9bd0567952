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
        int most = (int) Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4);
        byte[] all = System.in.readNBytes(most);
        if (all.length == most && System.in.read() >= 0) {
          throw new IllegalArgumentException(
              "-: standard input has more than "
                  + (most >> 20)
                  + " MB; save it as a file, and name that, or give Java more with -Xmx");
        }
        kept = Optional.of(all);
      } catch (IOException e) {
        throw new IllegalArgumentException("-: cannot be read: " + e.getMessage(), e);
      }
    }
    return kept.get();
  }
}
