package dev.parallax.session;

import dev.parallax.engine.Engine;
import dev.parallax.run.Runner;
import dev.parallax.storage.PathText;
import dev.parallax.table.TableFormat;
import dev.parallax.text.Spelling;
import dev.parallax.text.Thrown;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Jobs in and results out: requests are read until the input ends, done in turn on another thread,
 * and answered with their number. See {@code docs/session.md} for the messages.
 */
public final class Session implements AutoCloseable {
  /** The version of what is said here; another one says other things. */
  public static final long PROTOCOL = 1;

  private static final int INTERRUPTED = 130;
  private static final int BROKEN = 1;
  private static final int WRONG_INPUT = 2;

  private static final List<String> REQUESTS =
      List.of(
          "run",
          "columns",
          "status",
          "failures",
          "figures",
          "figure",
          "save",
          "cancel",
          "forget",
          "end");

  private final Commands commands;
  private final Channel channel;
  private final Path folder;
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final BlockingQueue<Runnable> questions = new LinkedBlockingQueue<>();
  private final Map<Long, RunningJob> jobs = new ConcurrentHashMap<>();
  private final Map<Long, KeptRun> runs = new ConcurrentHashMap<>();

  /**
   * Nothing read yet.
   *
   * @param commands runs the jobs
   * @throws UncheckedIOException if there can be no temporary folder
   */
  public Session(Commands commands, InputStream in, OutputStream out) {
    this.commands = commands;
    this.channel = new Channel(in, out);
    try {
      this.folder = Files.createTempDirectory("parallax-session-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  /** Serves until the input ends; what is under way then is cancelled. */
  public void serve() throws IOException {
    Map<String, Object> hello = new LinkedHashMap<>(commands.hello());
    hello.put("protocol", PROTOCOL);
    hello.put("folder", folder.toString());
    channel.send(hello);
    start("jobs of a session", work);
    start("questions of a session", questions); // which wait for no job
    boolean goesOn = true;
    while (goesOn && !channel.isBroken()) {
      try {
        goesOn = channel.read().map(this::take).orElse(false);
      } catch (IllegalArgumentException e) {
        channel.send(failed(0, WRONG_INPUT, "the request " + e.getMessage()));
      }
    }
    cancelAll();
  }

  /** Cancels all that is under way or waits. */
  public void cancelAll() {
    jobs.values().forEach(RunningJob::cancel);
  }

  private static void start(String name, BlockingQueue<Runnable> queue) {
    Thread thread = new Thread(() -> work(queue), name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void work(BlockingQueue<Runnable> queue) {
    try {
      while (true) {
        queue.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the session ends
    }
  }

  /** Takes a request; whether the session goes on. */
  private boolean take(Map<String, Object> request) {
    if (request.isEmpty()) {
      return true;
    }
    long id = request.get("id") instanceof Long number ? number : 0;
    String what = String.valueOf(request.get("do"));
    switch (what) {
      case "end" -> {
        return false;
      }
      case "run" -> enqueue(new RunningJob(id, words(request), channel));
      case "cancel" ->
          Optional.ofNullable(jobs.get(number(request, "run"))).ifPresent(RunningJob::cancel);
      default -> questions.add(() -> answer(id, what, request));
    }
    return true;
  }

  private void enqueue(RunningJob job) {
    jobs.put(job.id(), job);
    work.add(() -> run(job));
  }

  private void run(RunningJob job) {
    Map<String, Object> answer;
    try {
      answer = job.begins() ? ended(job, commands.run(job.words(), job)) : interrupted(job.id());
    } catch (RuntimeException | Error e) { // the next job may do
      answer = failed(job.id(), BROKEN, Thrown.text(e));
    }
    job.ends();
    jobs.remove(job.id());
    channel.send(answer);
    if (jobs.isEmpty()) {
      commands.idle();
    }
  }

  private Map<String, Object> ended(RunningJob job, Commands.Answer answer) {
    if (job.isCancelled() && answer.run().isEmpty()) {
      return interrupted(job.id());
    }
    boolean good = answer.status() == 0 || answer.run().isPresent();
    if (!good) {
      return failed(job.id(), answer.status(), answer.err());
    }
    Map<String, Object> event = job.event("done");
    event.put("status", answer.status());
    if (answer.run().isPresent()) {
      Optional.ofNullable(runs.put(job.id(), answer.run().get())).ifPresent(KeptRun::close);
      event.putAll(answer.run().get().fields());
    } else {
      event.put("text", answer.out().lines().toList());
    }
    return event;
  }

  private static Map<String, Object> interrupted(long id) {
    return failed(id, INTERRUPTED, "interrupted");
  }

  /** What went wrong: its first line, and more where there is more. */
  private static Map<String, Object> failed(long id, int status, String text) {
    String[] lines = text.strip().split("\n", 2);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("event", "failed");
    event.put("status", (long) status);
    event.put("message", lines[0].replaceFirst("^parallax: ", ""));
    if (lines.length > 1) {
      event.put("detail", lines[1]);
    }
    return event;
  }

  private void answer(long id, String what, Map<String, Object> request) {
    try {
      if (!REQUESTS.contains(what)) {
        throw Spelling.unknown("request", what, REQUESTS);
      }
      KeptRun run = runs.get(number(request, "run"));
      if (run == null) {
        throw new IllegalArgumentException("no run " + request.get("run") + " is kept");
      }
      answer(id, what, request, run);
    } catch (IllegalArgumentException e) {
      channel.send(failed(id, WRONG_INPUT, e.getMessage()));
    } catch (RuntimeException | IOException | Error e) {
      channel.send(failed(id, BROKEN, Thrown.text(e)));
    }
  }

  private void answer(long id, String what, Map<String, Object> request, KeptRun run)
      throws IOException {
    Map<String, Object> done = new LinkedHashMap<>(Map.of("id", id, "event", "done"));
    switch (what) {
      case "columns" ->
          channel.send(done, texts(request, "names").stream().map(run::frame).toList());
      case "status" -> channel.send(done, List.of(run.statuses()));
      case "failures" -> {
        done.put("failures", run.failures(number(request, "most")));
        channel.send(done);
      }
      case "forget" -> {
        runs.remove(number(request, "run"));
        run.close();
        channel.send(done);
      }
      default -> drawn(done, what, request, run);
    }
  }

  /** What is answered with pictures, for which something may have to be computed. */
  private void drawn(
      Map<String, Object> done, String what, Map<String, Object> request, KeptRun run)
      throws IOException {
    try (Engine engine = commands.engine()) {
      Runner runner = Runner.on(engine);
      switch (what) {
        case "figures" -> done.put("figures", run.figures(runner));
        case "save" -> {
          TableFormat format = TableFormat.parse(text(request, "format", "ecsv"));
          Path into = PathText.of(text(request, "folder", ""));
          done.put("complaints", run.save(into, format, runner));
        }
        default -> {
          String format = text(request, "format", "svg");
          boolean dark = text(request, "theme", "light").equals("dark");
          channel.send(done, List.of(run.figure(text(request, "name", ""), format, dark, runner)));
          return;
        }
      }
      channel.send(done);
    }
  }

  private static long number(Map<String, Object> request, String name) {
    return request.get(name) instanceof Long number ? number : 0;
  }

  private static String text(Map<String, Object> request, String name, String other) {
    return request.get(name) instanceof String text ? text : other;
  }

  private static List<String> texts(Map<String, Object> request, String name) {
    return request.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static List<String> words(Map<String, Object> request) {
    return texts(request, "words");
  }

  /** Frees the runs and deletes the temporary folder. */
  @Override
  public void close() {
    runs.values().forEach(KeptRun::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The system clears its temporary folders.
    }
  }
}
