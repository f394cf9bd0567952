package dev.parallax.model.command;

import dev.parallax.model.Opening;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Writes points to a process, as far ahead of its answers as it may, and closes its input.
 *
 * @param input what the process reads
 * @param lines how a point is written
 * @param points finds the points
 * @param from the place of the first
 * @param to the place behind the last
 * @param asked how many may be written
 */
record Feed(
    OutputStream input, PointLines lines, Opening.Places points, int from, int to, Semaphore asked)
    implements Runnable {
  private static final int ENOUGH = 1 << 15;

  @Override
  public void run() {
    StringBuilder text = new StringBuilder();
    try (input) {
      for (int place = from; place < to; place++) {
        if (!asked.tryAcquire()) {
          write(text);
          asked.acquire();
        }
        lines.add(points.at(place), text);
        if (text.length() >= ENOUGH) {
          write(text);
        }
      }
      write(text);
    } catch (IOException | RuntimeException e) {
      // The process has ended, or there is no such point: the answers that lack tell it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody asks any more
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
