package dev.parallax.model.command;

import dev.parallax.model.Opening;
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
}
