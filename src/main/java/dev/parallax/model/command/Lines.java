package dev.parallax.model.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines that a process writes, one after another. */
final class Lines {
  /** The most bytes of a line that are kept. */
  static final int LONGEST = 1 << 20;

  private final Child child;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private byte[] chunk = {};
  private int at;
  private boolean ended;

  Lines(Child child) {
    this.child = child;
  }

  /** The next line, waited for, without its end; none where the output ends. */
  Optional<String> next() throws InterruptedException {
    while (!ended) {
      for (int i = at; i < chunk.length; i++) {
        if (chunk[i] == '\n') {
          String line = line(i);
          at = i + 1;
          return Optional.of(line);
        }
      }
      keep(chunk.length);
      chunk = child.bytes();
      at = 0;
      ended = chunk.length == 0;
    }
    if (begun.size() == 0) {
      return Optional.empty();
    }
    return Optional.of(line(0)); // the last line feed is missing
  }

  /** Whether there is something to read, without waiting for it. */
  boolean hasMore() {
    return at < chunk.length || child.hasBytes();
  }

  private String line(int end) {
    if (begun.size() == 0) {
      return new String(chunk, at, end - at, StandardCharsets.UTF_8);
    }
    keep(end);
    String line = begun.toString(StandardCharsets.UTF_8);
    begun.reset();
    return line;
  }

  private void keep(int end) {
    int room = LONGEST + 1 - begun.size();
    begun.write(chunk, at, Math.max(0, Math.min(room, end - at)));
  }
}
