package dev.parallax.cli;

import dev.parallax.engine.block.Failure;
import dev.parallax.report.ProgressDisplay;
import dev.parallax.run.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows the first failure when it happens; the summary tells of all. */
final class FailureNotice implements Progress {
  private final ProgressDisplay display;
  private final PrintWriter err;
  private final AtomicBoolean shown;

  /**
   * A notice beside the display of progress.
   *
   * @param err where it is shown
   */
  FailureNotice(ProgressDisplay display, PrintWriter err) {
    this(display, err, new AtomicBoolean());
  }

  private FailureNotice(ProgressDisplay display, PrintWriter err, AtomicBoolean shown) {
    this.display = display;
    this.err = err;
    this.shown = shown;
  }

  @Override
  public void started(long items, long before) {
    display.started(items, before);
  }

  @Override
  public void done(long items) {
    display.done(items);
  }

  @Override
  public void failed(List<Failure> failures) {
    display.failed(failures);
    if (!failures.isEmpty() && shown.compareAndSet(false, true)) {
      display.aside(() -> show(failures.get(0)));
    }
  }

  private void show(Failure first) {
    lines(first).forEach(err::println);
    err.flush();
  }

  /** What is told of a failure: with a script's traceback as it was written. */
  static List<String> lines(Failure failure) {
    List<String> lines = new ArrayList<>();
    lines.add("parallax: item " + failure.item() + " failed: " + failure.text());
    failure.trace().lines().forEach(line -> lines.add("  " + line.replace("\t", "    ")));
    return lines;
  }

  /** The failures of stages are among all of which the first is shown. */
  @Override
  public Progress ofStage(String name) {
    return new FailureNotice(display.ofStage(name), err, shown);
  }

  @Override
  public void ended() {
    display.ended();
  }
}
