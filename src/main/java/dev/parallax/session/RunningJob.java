package dev.parallax.session;

import dev.parallax.engine.Engine;
import dev.parallax.engine.block.Failure;
import dev.parallax.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A job of a session from its request to its end, which can be cancelled at any time. */
final class RunningJob implements Commands.Watcher {
  /** Between two messages of progress. */
  private static final long LEAST_NANOS = 100_000_000;

  private final long id;
  private final List<String> words;
  private final Channel channel;
  private final List<Engine> engines = new ArrayList<>();
  private Thread thread;
  private boolean cancelled;
  private boolean ended;

  RunningJob(long id, List<String> words, Channel channel) {
    this.id = id;
    this.words = words;
    this.channel = channel;
  }

  long id() {
    return id;
  }

  List<String> words() {
    return words;
  }

  /** An event of this job, without its fields. */
  Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("event", name);
    return event;
  }

  /** Begins on this thread; whether it was not cancelled before. */
  synchronized boolean begins() {
    thread = Thread.currentThread();
    return !cancelled;
  }

  /** It is over: nothing of it is cancelled any more. */
  synchronized void ends() {
    ended = true;
    Thread.interrupted(); // what cancelled it is not for the next
  }

  /** Whether it was cancelled, and can have ended for that. */
  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Cancels what engines compute, and interrupts what is tried, read or drawn beside them. */
  void cancel() {
    List<Engine> running;
    synchronized (this) {
      cancelled = true;
      running = ended ? List.of() : List.copyOf(engines);
    }
    running.forEach(Engine::cancel);
    synchronized (this) {
      if (!ended && thread != null) {
        thread.interrupt();
      }
    }
  }

  @Override
  public synchronized Engine cancels(Engine engine) {
    engines.add(engine);
    if (cancelled) {
      engine.cancel();
    }
    return engine;
  }

  @Override
  public void begun(String title, List<String> notices, long items) {
    Map<String, Object> event = event("begun");
    event.put("title", title);
    event.put("notices", notices);
    event.put("items", items);
    channel.send(event);
  }

  @Override
  public Progress progress() {
    return new Told("");
  }

  /** Tells how far the job, or a stage of it, is: ten times a second at most. */
  private final class Told implements Progress {
    private final String stage;
    private long items;
    private long done;
    private long failed;
    private long last = System.nanoTime() - LEAST_NANOS;

    Told(String stage) {
      this.stage = stage;
    }

    @Override
    public synchronized void started(long all, long before) {
      items = all;
      done = before;
      tell(true);
    }

    @Override
    public synchronized void done(long more) {
      done += more;
      tell(false);
    }

    @Override
    public synchronized void failed(List<Failure> failures) {
      failed += failures.size();
    }

    @Override
    public Progress ofStage(String name) {
      return new Told(name);
    }

    @Override
    public synchronized void ended() {
      tell(true);
    }

    private void tell(boolean now) {
      long time = System.nanoTime();
      if (now || time - last >= LEAST_NANOS) {
        last = time;
        Map<String, Object> event = event("progress");
        event.put("done", done);
        event.put("items", items);
        event.put("failed", failed);
        event.put("stage", stage);
        channel.send(event);
      }
    }
  }
}
