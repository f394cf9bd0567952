package dev.parallax.engine;

import dev.parallax.engine.block.Slice;
import dev.parallax.text.Numbers;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Threads, or an engine that takes its time to start: what is chosen once, by the forecast of the
 * first job, and starts then. Both compute the same numbers.
 *
 * <p>The other one is chosen where its start is less than a tenth of the job. Where there is no
 * forecast, as of a few items of which each may take any time, threads are: on one machine the
 * other computes no faster, so its start is sure to be lost and nothing is sure to be gained. A job
 * that turns out to be longer than its forecast stays where it is.
 */
public final class ChoosingEngine implements Engine {
  /** So many times longer than the start takes the job at least that is worth it. */
  private static final int WORTH = 10;

  private final ThreadEngine threads;
  private final Supplier<? extends Engine> other;
  private final double start;
  private Optional<Engine> chosen = Optional.empty();
  private Optional<Choice> choice = Optional.empty();
  private boolean cancelled;

  /**
   * Nothing is chosen yet.
   *
   * @param threads what is chosen for a short job
   * @param other begins to start Spark, on this machine, with as many cores
   * @param start how many seconds that takes
   */
  public ChoosingEngine(ThreadEngine threads, Supplier<? extends Engine> other, double start) {
    this.threads = threads;
    this.other = other;
    this.start = start;
  }

  @Override
  public synchronized boolean startsFor(double seconds) {
    return chosen.isEmpty() && seconds >= WORTH * start;
  }

  @Override
  public synchronized void foreseen(double seconds) {
    if (chosen.isEmpty()) {
      boolean worth = startsFor(seconds);
      String forecast = "forecast " + text(seconds) + ", ";
      choose(
          worth ? other.get() : threads,
          OptionalDouble.of(seconds),
          worth
              ? "on Spark: " + forecast + "of which its start, " + text(start) + ", is a small part"
              : onThreads(forecast + "where Spark takes " + text(start) + " to start"));
    }
  }

  private synchronized Engine chosen() {
    if (chosen.isEmpty()) {
      String why = "no forecast, and Spark takes " + text(start) + " to start";
      choose(threads, OptionalDouble.empty(), onThreads(why));
    }
    return chosen.orElseThrow();
  }

  private void choose(Engine engine, OptionalDouble forecast, String text) {
    chosen = Optional.of(engine);
    choice = Optional.of(new Choice(forecast, text));
    if (cancelled) {
      engine.cancel();
    }
  }

  private String onThreads(String why) {
    return "on " + Numbers.count(threads.parallelism(), "thread") + ": " + why;
  }

  /** A tenth of a second, and two digits, are all that a forecast is good for. */
  private static String text(double seconds) {
    if (seconds < 0.1) {
      return "less than 0.1 s";
    }
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  }

  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    chosen().map(task, slices, receiver);
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    chosen.ifPresent(Engine::cancel);
  }

  /** What is at work, or would be. */
  private synchronized Engine current() {
    return chosen.orElse(threads);
  }

  @Override
  public void ready() {
    current().ready();
  }

  @Override
  public int parallelism() {
    return current().parallelism();
  }

  @Override
  public String master() {
    return current().master();
  }

  @Override
  public synchronized Optional<Choice> choice() {
    return choice;
  }

  @Override
  public Incidents incidents() {
    return current().incidents();
  }

  @Override
  public void close() {
    current().close();
  }
}
