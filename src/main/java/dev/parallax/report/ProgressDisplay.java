package dev.parallax.report;

import dev.parallax.run.Progress;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with items per second and the time left. */
public final class ProgressDisplay implements Progress {
  private static final int WIDTH = 100;
  private static final int UPDATE_MILLISECONDS = 200;

  private final PrintStream terminal;
  private final String task;
  private ProgressBar bar;

  /** A bar on this terminal. */
  public ProgressDisplay(PrintStream terminal) {
    this(terminal, "items");
  }

  private ProgressDisplay(PrintStream terminal, String task) {
    this.terminal = terminal;
    this.task = task;
  }

  @Override
  public Progress ofStage(String name) {
    return new ProgressDisplay(terminal, name);
  }

  @Override
  public void started(long items) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(items)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
            .setSpeedUnit(ChronoUnit.SECONDS)
            .showSpeed()
            .clearDisplayOnFinish()
            .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
            .build();
  }

  @Override
  public void done(long items) {
    bar.stepBy(items);
  }

  @Override
  public void ended() {
    bar.close();
  }
}
