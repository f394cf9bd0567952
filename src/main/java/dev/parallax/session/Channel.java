package dev.parallax.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.json.JsonText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages in and out: each a line of JSON, and behind it the bytes of the frames that it
 * announces.
 */
final class Channel {
  /** Far more than a command line can be. */
  private static final int LONGEST = 1 << 24;

  private final InputStream in;
  private final OutputStream out;
  private boolean broken;

  Channel(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /**
   * The next message, waited for; none at the end of the input.
   *
   * @throws IllegalArgumentException if a line is no JSON object, or longer than 16 MB
   */
  Optional<Map<String, Object>> read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return Optional.empty();
      }
      if (line.size() == LONGEST) {
        throw new IllegalArgumentException("a message has " + LONGEST + " bytes at most");
      }
      line.write(b);
    }
    String text = line.toString(UTF_8);
    return text.isBlank() ? Optional.of(Map.of()) : Optional.of(JsonText.object(text));
  }

  /** Sends a message; whoever does not read it any more will end the session. */
  void send(Map<String, ?> message) {
    send(message, List.of());
  }

  /** Sends a message with frames. */
  synchronized void send(Map<String, ?> message, List<byte[]> frames) {
    Map<String, Object> all = new LinkedHashMap<>(message);
    if (!frames.isEmpty()) {
      all.put("frames", frames.stream().map(frame -> (long) frame.length).toList());
    }
    try {
      out.write((JsonText.line(all) + "\n").getBytes(UTF_8));
      for (byte[] frame : frames) {
        out.write(frame);
      }
      out.flush();
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Whether nobody reads what is sent. */
  synchronized boolean isBroken() {
    return broken;
  }
}
