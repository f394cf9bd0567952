package dev.parallax.model.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process, with threads that read what it writes: whoever waits for a line of it can be
 * interrupted, and it never waits for someone to read its errors.
 */
public final class Child implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final int CHUNKS = 16;
  private static final byte[] END = {};
  private static final int SIGNALS = 128;

  /** Fewer bytes are answers that were written one by one. */
  private static final int FEW = 1 << 12;

  /** How long more of them are waited for. */
  private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(1);

  private final Process process;
  private final Duration patience;
  private final Offspring offspring;
  private final BlockingQueue<byte[]> output = new ArrayBlockingQueue<>(CHUNKS);
  private final Tail errors;
  private final Thread reader;
  private final Thread errorReader;
  private final Runnable end = this::kill;
  private boolean late;
  private volatile boolean gathered;

  private Child(Process process, Duration patience, Offspring offspring, boolean shown) {
    this.process = process;
    this.patience = patience;
    this.offspring = offspring;
    this.errors = new Tail(process.getErrorStream(), shown);
    this.reader = daemon(this::read, "answers of a script");
    this.errorReader = daemon(errors, "errors of a script");
  }

  /** Starts it; what it writes to standard error is kept alone. */
  static Child start(ProcessBuilder builder, Duration patience, Offspring offspring)
      throws ScriptException {
    return start(builder, patience, offspring, false);
  }

  /**
   * Starts it.
   *
   * @param patience so long it may take to end when it has nothing more to do
   * @param offspring what it starts, which ends with it if it has to be killed
   * @param shown whether what it writes to standard error is written to this process's as well
   * @throws ScriptException if it cannot be started
   */
  public static Child start(
      ProcessBuilder builder, Duration patience, Offspring offspring, boolean shown)
      throws ScriptException {
    try {
      return LivingProcesses.started(
          () -> new Child(builder.start(), patience, offspring, shown), child -> child.end);
    } catch (IOException e) {
      throw new ScriptException(reason(builder.command(), e));
    }
  }

  private static String reason(List<String> command, IOException e) {
    String text = String.valueOf(e.getMessage());
    String why = text.substring(text.lastIndexOf("error=") < 0 ? 0 : text.lastIndexOf("error="));
    return "cannot start '" + command.get(0) + "': " + why.replaceFirst("error=\\d+, ", "");
  }

  /** Runs something on a thread that does not keep the JVM alive. */
  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** What the process reads. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /**
   * From now on short answers are read some at a time, each up to a millisecond after it was
   * written: for one that does not wait for its answers to be read. To be woken for each would cost
   * more than to read it.
   */
  void gather() {
    gathered = true;
  }

  private void read() {
    byte[] buffer = new byte[CHUNK];
    try {
      InputStream stream = process.getInputStream();
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        output.put(Arrays.copyOf(buffer, n));
        if (gathered && n < FEW) {
          LockSupport.parkNanos(GATHERING);
        }
      }
    } catch (IOException e) {
      // It was killed: its output ends here.
    } catch (InterruptedException e) {
      return; // nobody wants the rest
    }
    offerEnd();
  }

  private void offerEnd() {
    try {
      output.put(END);
    } catch (InterruptedException e) {
      // Nobody waits for it.
    }
  }

  /**
   * The next bytes that it wrote, at least one; none at the end of its output. Where it has ended,
   * but something that it started holds its output open, the output ends with it.
   */
  public byte[] bytes() throws InterruptedException {
    boolean ended = false;
    while (true) {
      byte[] next = output.poll(1, TimeUnit.SECONDS);
      if (next != null) {
        return next;
      }
      if (ended) {
        return END;
      }
      ended = !process.isAlive();
    }
  }

  /** Whether there are bytes, without waiting for them. */
  boolean hasBytes() {
    byte[] next = output.peek();
    return next != null && next.length > 0;
  }

  /** Whether it has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end, which must be near. Whether it has ended. */
  boolean ends() throws InterruptedException {
    late = late || !process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    return !late;
  }

  /**
   * The exit status, waited for; 0 if it does not end: it has done its work, and will be killed.
   */
  public int status() throws InterruptedException {
    if (!ends()) {
      return 0;
    }
    errorReader.join(TimeUnit.SECONDS.toMillis(1));
    return process.exitValue();
  }

  /** The last lines of what it wrote to standard error. */
  public String errors() {
    return errors.text();
  }

  /** An exit status in words. */
  public static String text(int status) {
    boolean signal = status > SIGNALS && status <= SIGNALS + 64;
    return "exit status " + status + (signal ? " (signal " + (status - SIGNALS) + ")" : "");
  }

  private void kill() {
    if (process.isAlive()) {
      kill(process.toHandle());
      offspring.kill();
    }
  }

  /** The parent first, that it starts no more. */
  private static void kill(ProcessHandle handle) {
    List<ProcessHandle> children = handle.children().toList();
    handle.destroyForcibly();
    children.forEach(Child::kill);
  }

  @Override
  public void close() {
    kill();
    reader.interrupt();
    LivingProcesses.remove(end);
  }

  /** Reads a stream to its end, that its writer never waits, and keeps its last bytes. */
  private static final class Tail implements Runnable {
    /** What a recorded failure has room for, beside the exit status. */
    static final int MOST = 1000;

    private final InputStream stream;
    private final boolean shown;
    private byte[] last = {};

    Tail(InputStream stream, boolean shown) {
      this.stream = stream;
      this.shown = shown;
    }

    @Override
    public void run() {
      byte[] buffer = new byte[8192];
      try {
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
          add(buffer, n);
          if (shown) {
            System.err.write(buffer, 0, n);
            System.err.flush();
          }
        }
      } catch (IOException e) {
        // Closed from outside: what there was is kept.
      }
    }

    private synchronized void add(byte[] bytes, int n) {
      int kept = Math.min(last.length, Math.max(0, MOST - n));
      int taken = Math.min(n, MOST);
      byte[] joined =
          Arrays.copyOf(Arrays.copyOfRange(last, last.length - kept, last.length), kept + taken);
      System.arraycopy(bytes, n - taken, joined, kept, taken);
      last = joined;
    }

    /** The last lines; the first of them is left out if its beginning was not kept. */
    synchronized String text() {
      String text = new String(last, StandardCharsets.UTF_8);
      int line = text.indexOf('\n');
      boolean cut = last.length == MOST && line >= 0 && line < text.length() - 1;
      return (cut ? "... " + text.substring(line + 1) : text).strip();
    }
  }
}
