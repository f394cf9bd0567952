package dev.parallax.report;

import dev.parallax.engine.LongestItem;
import dev.parallax.engine.block.Failure;
import dev.parallax.run.Progress;
import dev.parallax.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Shows how far a run is: each second in one line of a terminal, or now and then in a line of a
 * log. A run tells what is done and never waits for a terminal.
 */
public final class ProgressDisplay implements Progress, AutoCloseable {
  private final ProgressScreen screen;
  private final String stage;
  private final ProgressScreen.Source source = this::pace;
  private long items;
  private long before;
  private long done;
  private long failed;
  private long start;
  private long arrived;

  /**
   * A display of a run's items.
   *
   * @param screen where it shows them, and its stages
   */
  ProgressDisplay(ProgressScreen screen) {
    this(screen, "");
  }

  private ProgressDisplay(ProgressScreen screen, String stage) {
    this.screen = screen;
    this.stage = stage;
  }

  /**
   * A display on this process's standard error: on a terminal if it is one, else in lines.
   *
   * @param err prints lines to standard error
   */
  public static ProgressDisplay ofProcess(PrintWriter err) {
    Terminal terminal = Terminal.ofError();
    return new ProgressDisplay(
        terminal.isThere()
            ? ProgressScreen.ofTerminal(System.err, terminal::columns)
            : ProgressScreen.ofLog(err));
  }

  /** A display as {@link #ofProcess(PrintWriter)}, with lines on {@code System.err}. */
  public static ProgressDisplay ofProcess() {
    return ofProcess(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  /** A display that shows nothing. */
  public static ProgressDisplay none() {
    return new ProgressDisplay(ProgressScreen.none());
  }

  /** A display of a stage, in the place of the run's. */
  @Override
  public ProgressDisplay ofStage(String name) {
    return new ProgressDisplay(screen, name);
  }

  @Override
  public void started(long all, long earlier) {
    synchronized (this) {
      items = all;
      before = earlier;
      done = 0;
      start = screen.now();
      arrived = start;
    }
    screen.begin(stage, source);
  }

  @Override
  public synchronized void done(long more) {
    done += more;
    arrived = screen.now();
  }

  @Override
  public synchronized void failed(List<Failure> failures) {
    failed += failures.size();
  }

  @Override
  public void ended() {
    screen.end(source);
  }

  /** Has something else printed on standard error, so that the two do not get mixed. */
  public void aside(Runnable printing) {
    screen.aside(printing);
  }

  /** Ends it for good: nothing is shown any more, of stages neither. */
  @Override
  public void close() {
    screen.close();
  }

  private synchronized Pace pace(long now, Optional<LongestItem.UnderWay> longest) {
    return new Pace(
        items, before, done, failed, (now - start) * 1e-9, (arrived - start) * 1e-9, longest);
  }
}
