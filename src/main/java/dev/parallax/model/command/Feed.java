package dev.parallax.model.command;

import dev.parallax.model.Opening;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Writes points to a process, as far ahead of its answers as it may, and closes its input. A point
 * that cannot be written ends it, and says why.
 */
final class Feed implements Runnable {
  private static final int ENOUGH = 1 << 15;

  private final OutputStream input;
  private final PointLines lines;
  private final Opening.Places points;
  private final int from;
  private final int to;
  private final Semaphore asked;
  private volatile Optional<RuntimeException> flaw = Optional.empty();

  /**
   * Nothing written yet.
   *
   * @param input what the process reads
   * @param lines how a point is written
   * @param points finds the points
   * @param from the place of the first
   * @param to the place behind the last
   * @param asked how many may be written
   */
  Feed(
      OutputStream input,
      PointLines lines,
      Opening.Places points,
      int from,
      int to,
      Semaphore asked) {
    this.input = input;
    this.lines = lines;
    this.points = points;
    this.from = from;
    this.to = to;
    this.asked = asked;
  }

  /** Why the point behind the last one that was written was not; none if all were. */
  Optional<RuntimeException> flaw() {
    return flaw;
  }

  @Override
  public void run() {
    StringBuilder text = new StringBuilder();
    try (input) {
      for (int place = from; place < to && flaw.isEmpty(); place++) {
        if (!asked.tryAcquire()) {
          write(text);
          asked.acquire();
        }
        add(place, text);
        if (text.length() >= ENOUGH) {
          write(text);
        }
      }
      write(text);
    } catch (IOException e) {
      // The process has ended: the answers that lack tell it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody asks any more
    }
  }

  private void add(int place, StringBuilder text) {
    int before = text.length();
    try {
      lines.add(points.at(place), text);
    } catch (RuntimeException e) { // before the input ends, so that who finds it ended knows why
      flaw = Optional.of(e);
      text.setLength(before);
    }
  }

  private void write(StringBuilder text) throws IOException {
    if (text.length() > 0) {
      input.write(text.toString().getBytes(StandardCharsets.UTF_8));
      input.flush();
      text.setLength(0);
    }
  }
}
