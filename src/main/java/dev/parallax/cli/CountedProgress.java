package dev.parallax.cli;

import dev.parallax.engine.block.Failure;
import dev.parallax.run.Progress;
import dev.parallax.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the items that are done, for the line that tells of the end of an unfinished run. */
final class CountedProgress implements Progress {
  private final Progress display;
  private final long items;
  private final Optional<String> again;
  private final AtomicLong done;

  /**
   * Counts on.
   *
   * @param items how many items the run has
   * @param before how many of them were done before
   * @param again the command that goes on with the run, if it can go on
   */
  CountedProgress(Progress display, long items, long before, Optional<String> again) {
    this.display = display;
    this.items = items;
    this.again = again;
    this.done = new AtomicLong(before);
  }

  @Override
  public void started(long all, long before) {
    display.started(all, before);
  }

  @Override
  public void done(long count) {
    done.updateAndGet(n -> Math.min(items, n + count)); // items that are tried again are no more
    display.done(count);
  }

  @Override
  public void failed(List<Failure> failures) {
    display.failed(failures);
  }

  /** What is computed besides is not counted. */
  @Override
  public Progress ofStage(String name) {
    return display.ofStage(name);
  }

  @Override
  public void ended() {
    display.ended();
  }

  /** How far the run is and how it goes on, to be put behind what ended it. */
  String text() {
    return again
        .map(
            command ->
                "; "
                    + done
                    + " of "
                    + Numbers.count(items, "item")
                    + " are done; to go on: "
                    + command)
        .orElse("; nothing is kept without --output");
  }
}
