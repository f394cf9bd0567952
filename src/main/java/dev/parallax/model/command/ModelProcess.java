package dev.parallax.model.command;

import dev.parallax.model.Opening;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A process that is fed with the points of a part of a slice, and its answers. */
final class ModelProcess implements AutoCloseable {
  private final Child child;
  private final Lines lines;
  private final Semaphore asked;
  private final Feed feed;
  private final Thread feeder;
  private final boolean prompt;

  /**
   * Feeds a process.
   *
   * @param points finds the points; for this session alone
   * @param from the place of the first
   * @param to the place behind the last
   * @param prompt whether a point is written only when its answer is asked for
   */
  ModelProcess(
      Child child, PointLines form, Opening.Places points, int from, int to, boolean prompt) {
    this.child = child;
    this.lines = new Lines(child);
    this.prompt = prompt;
    this.asked = new Semaphore(prompt ? 0 : to - from);
    if (!prompt) {
      child.gather();
    }
    this.feed = new Feed(child.input(), form, points, from, to, asked);
    this.feeder = Child.daemon(feed, "points for a script");
  }

  /** Whether it has answered before it was asked: one of its answers had too many lines. */
  boolean isAhead() {
    return prompt && lines.hasMore();
  }

  /** The next answer, waited for; none where the output ends. */
  Optional<String> answer() throws InterruptedException {
    if (prompt) {
      asked.release();
    }
    return lines.next();
  }

  /**
   * Waits for the end, once all is answered. The lines that are too many, or the first of them; a
   * process that does not end by itself will be killed, and that is no fault.
   */
  List<String> surplus(int most) throws InterruptedException {
    if (!child.ends()) {
      return lines.hasMore() ? List.of("") : List.of();
    }
    List<String> read = new ArrayList<>();
    Optional<String> line = lines.next();
    while (line.isPresent() && read.size() < most) {
      read.add(line.get());
      line = lines.next();
    }
    return read;
  }

  /**
   * Checks, once the output has ended, that this is not for want of a point.
   *
   * @throws ScriptException if the next point could not be written
   */
  void checkFed() throws ScriptException {
    if (feed.flaw().isPresent()) {
      throw new ScriptException("the point cannot be written for it: " + feed.flaw().get());
    }
  }

  /** The exit status, waited for; the output has ended. */
  int status() throws InterruptedException {
    return child.status();
  }

  /** The last lines of what it wrote to standard error. */
  String errors() {
    return child.errors();
  }

  @Override
  public void close() {
    feeder.interrupt();
    child.close();
  }

  /**
   * Writes points to a process, as far ahead of its answers as it may, and closes its input. A
   * point that cannot be written ends it, and says why.
   */
  private static final class Feed implements Runnable {
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
        lines.begin(text);
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
}
