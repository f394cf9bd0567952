package dev.parallax.model.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a stream to its end, that its writer never waits, and keeps its last bytes. */
final class Tail implements Runnable {
  /** What a recorded failure has room for, beside the exit status. */
  static final int MOST = 700;

  private final InputStream stream;
  private byte[] last = {};

  Tail(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      // Closed from outside: what there was is kept.
    }
  }

  private synchronized void add(byte[] bytes, int n) {
    int kept = Math.min(last.length, Math.max(0, MOST - n));
    int taken = Math.min(n, MOST);
    byte[] joined =
        Arrays.copyOf(Arrays.copyOfRange(last, last.length - kept, last.length), kept + taken);
    System.arraycopy(bytes, n - taken, joined, kept, taken);
    last = joined;
  }

  /** The last lines; the first of them is left out if its beginning was not kept. */
  synchronized String text() {
    String text = new String(last, StandardCharsets.UTF_8);
    int line = text.indexOf('\n');
    boolean cut = last.length == MOST && line >= 0 && line < text.length() - 1;
    return (cut ? "... " + text.substring(line + 1) : text).strip();
  }
}
