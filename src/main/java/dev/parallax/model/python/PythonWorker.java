package dev.parallax.model.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.json.JsonText;
import dev.parallax.model.command.Child;
import dev.parallax.model.command.Offspring;
import dev.parallax.model.command.ScriptException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Python process that serves one slice after another, and talks in frames: a length of four
 * bytes, a byte that says what it is, and the content. What functions print goes to this process's
 * standard error.
 */
@SuppressWarnings("ByteBufferBackingArray") // each has an array of its own
final class PythonWorker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int HEAD = 5;
  private static final int MOST_IDLE = 256;

  /** Of what is asked of no engine. */
  static final long NO_ENGINE = -1;

  /** Those that wait for work, by the Python that they are. */
  private static final Map<String, Deque<PythonWorker>> IDLE = new HashMap<>();

  private final String python;
  private final Offspring offspring;
  private final Child child;
  private final OutputStream input;
  private byte[] chunk = {};
  private int at;
  private long served;
  private long engine = NO_ENGINE;
  private String toldOf = "";
  private WeakReference<double[][]> told = new WeakReference<>(null);

  /**
   * What a worker sends.
   *
   * @param kind such as {@code V}, values
   * @param content what it says
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once
  record Frame(char kind, byte[] content) {
    /** The content as text. */
    String text() {
      return new String(content, UTF_8);
    }

    /** The content as numbers. */
    ByteBuffer numbers() {
      return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private PythonWorker(PythonCode code) {
    python = code.python();
    offspring = new Offspring();
    ProcessBuilder builder = new ProcessBuilder(python, code.here());
    builder.environment().putIfAbsent("PYTHONHASHSEED", "0"); // the order of a set of texts
    offspring.mark(builder.environment());
    child = Child.start(builder, PATIENCE, offspring, true);
    input = child.input();
  }

  /**
   * One that waits, or a new one. An engine is always the same process, which has done before what
   * it was told; where nobody asks for an engine, any will do.
   *
   * @param engine its number, or {@link #NO_ENGINE}
   * @throws ScriptException if none can be started
   */
  private static PythonWorker take(PythonCode code, long engine) {
    PythonWorker worker = idle(code, engine).orElseGet(() -> new PythonWorker(code));
    worker.engine = engine == NO_ENGINE ? worker.engine : engine;
    return worker;
  }

  /**
   * One that waits and may be this engine. On a cluster any engine may be asked for anywhere: where
   * as many wait as there are processors, one of them will be this engine too.
   */
  private static Optional<PythonWorker> idle(PythonCode code, long engine) {
    synchronized (IDLE) {
      Deque<PythonWorker> idle = IDLE.getOrDefault(code.python(), new ArrayDeque<>());
      List<PythonWorker> dead = idle.stream().filter(worker -> !worker.child.isAlive()).toList();
      idle.removeAll(dead);
      dead.forEach(PythonWorker::close);
      Optional<PythonWorker> found =
          idle.stream()
              .filter(worker -> engine == NO_ENGINE || worker.engine == engine)
              .findFirst()
              .or(() -> idle.stream().filter(worker -> worker.engine == NO_ENGINE).findFirst())
              .or(() -> Optional.ofNullable(isCrowded(code, idle) ? idle.peekLast() : null));
      found.ifPresent(idle::remove);
      return found;
    }
  }

  private static boolean isCrowded(PythonCode code, Deque<PythonWorker> idle) {
    return code.travels() && idle.size() >= Runtime.getRuntime().availableProcessors();
  }

  /** Has it wait for the next slice; nothing that it was asked may be unanswered. */
  void release() {
    synchronized (IDLE) {
      Deque<PythonWorker> idle = IDLE.computeIfAbsent(python, name -> new ArrayDeque<>());
      if (idle.size() < MOST_IDLE) {
        idle.push(this);
        return;
      }
    }
    close();
  }

  /** Whether it has answered nothing yet: what it says then is of its start. */
  boolean isNew() {
    return served == 0;
  }

  /**
   * A worker that has begun with a job: one that waited, or a new one, as where the user's modules
   * were edited since that one loaded them.
   *
   * @param engine the number of the engine that is asked, or {@link #NO_ENGINE}
   * @throws ScriptException if none can be started, or the function cannot be loaded there
   */
  static PythonWorker opened(PythonCode code, Map<String, Object> job, long engine)
      throws InterruptedException {
    PythonWorker worker = take(code, engine);
    boolean open = false;
    try {
      while (!worker.begins(job)) {
        worker.close();
        worker = take(code, engine);
      }
      open = true;
      return worker;
    } finally {
      if (!open) {
        worker.close();
      }
    }
  }

  /** Begins with a job; false where its modules are not those of today. */
  private boolean begins(Map<String, Object> job) throws InterruptedException {
    send('J', JsonText.line(job).getBytes(UTF_8));
    Frame answer = next();
    if (answer.kind() == 'E') {
      throw new ScriptException(answer.text());
    }
    return answer.kind() != 'S';
  }

  /**
   * Tells a statistic's table, unless it is the one that was told last.
   *
   * @param path the function's file
   * @param content makes its bytes
   */
  void tell(String path, double[][] table, Supplier<byte[]> content) {
    if (!path.equals(toldOf) || told.get() != table) {
      send('T', content.get());
      toldOf = path;
      told = new WeakReference<>(table);
    }
  }

  /**
   * Sends a frame; if the process has ended, {@link #next} will say so.
   *
   * @param content in pieces
   */
  void send(char kind, byte[]... content) {
    int length = 0;
    for (byte[] piece : content) {
      length = Math.addExact(length, piece.length);
    }
    byte[] head =
        ByteBuffer.allocate(HEAD)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(length)
            .put((byte) kind)
            .array();
    try {
      input.write(head);
      for (byte[] piece : content) {
        input.write(piece);
      }
      input.flush();
    } catch (IOException e) {
      // It has ended: there will be no answer.
    }
  }

  /**
   * The next frame, waited for.
   *
   * @throws ScriptException if the process has ended
   */
  Frame next() throws InterruptedException {
    ByteBuffer head = ByteBuffer.wrap(bytes(HEAD)).order(ByteOrder.LITTLE_ENDIAN);
    int length = head.getInt();
    char kind = (char) head.get();
    Frame frame = new Frame(kind, bytes(length));
    served++;
    return frame;
  }

  private byte[] bytes(int count) throws InterruptedException {
    byte[] bytes = new byte[count];
    int done = 0;
    while (done < count) {
      if (at == chunk.length) {
        chunk = child.bytes();
        at = 0;
        if (chunk.length == 0) {
          throw ended();
        }
      }
      int more = Math.min(count - done, chunk.length - at);
      System.arraycopy(chunk, at, bytes, done, more);
      done += more;
      at += more;
    }
    return bytes;
  }

  private ScriptException ended() throws InterruptedException {
    String how = "the Python process ended with " + Child.text(child.status());
    List<String> said = child.errors().lines().toList();
    return new ScriptException(
        isNew() && !said.isEmpty() ? how + ": " + said.get(said.size() - 1) : how);
  }

  @Override
  public void close() {
    child.close();
    offspring.close();
  }
}
