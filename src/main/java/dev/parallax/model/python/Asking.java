package dev.parallax.model.python;

import dev.parallax.model.command.ScriptException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Asks a worker for the answers of a slice, in the slice's order and in batches that grow, of which
 * one is on its way while another is worked on.
 *
 * <p>A worker that ends leaves its unanswered questions to a new one, which is asked one by one
 * until they are answered: that at which the new one ends too fails.
 */
@SuppressWarnings("ByteBufferBackingArray") // each has an array of its own
final class Asking implements AutoCloseable {
  /** Two batches have room in a pipe, so that whoever writes does not wait for whoever reads. */
  private static final int MOST_BYTES = 30_000;

  private static final int MOST_ITEMS = 4096;
  private static final long ENOUGH_NANOS = 20_000_000;

  private final PythonCode code;
  private final char kind;
  private final int size;
  private final Map<String, Object> job;
  private final IntFunction<Optional<byte[]>> written;
  private final Prelude prelude;
  private final Deque<Integer> asked = new ArrayDeque<>();
  private Optional<PythonWorker> worker = Optional.empty();
  private long engine = PythonWorker.NO_ENGINE;
  private int next; // the place that is asked for next
  private int alone; // up to here, places are asked for one by one
  private int most = 1;
  private int batches;
  private long sent;
  private boolean retried;

  /** Tells a worker what comes before the first question. */
  @FunctionalInterface
  interface Prelude {
    void to(PythonWorker worker) throws InterruptedException;
  }

  /**
   * Nothing asked yet.
   *
   * @param kind the frame of a batch
   * @param size how many places there are
   * @param job what a worker is told of the job
   * @param written what is asked at a place; nothing where there is no question
   */
  Asking(
      PythonCode code,
      char kind,
      int size,
      Map<String, Object> job,
      IntFunction<Optional<byte[]>> written) {
    this(code, kind, size, job, written, worker -> {});
  }

  /** The same with something that is told first. */
  Asking(
      PythonCode code,
      char kind,
      int size,
      Map<String, Object> job,
      IntFunction<Optional<byte[]>> written,
      Prelude prelude) {
    this.code = code;
    this.kind = kind;
    this.size = size;
    this.job = job;
    this.written = written;
    this.prelude = prelude;
  }

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The values at a place.
   *
   * @param place not before the one that was asked for last
   * @throws ScriptException if the function failed there, or ends each process
   */
  ByteBuffer values(int place) throws InterruptedException {
    PythonWorker.Frame frame = answer(place);
    if (frame.kind() == 'F') {
      throw new ScriptException(frame.text());
    }
    return frame.numbers();
  }

  /** The first frame of the answer at a place. */
  PythonWorker.Frame answer(int place) throws InterruptedException {
    try {
      return found(place);
    } catch (InterruptedException e) {
      end();
      next = place + 1;
      prepare();
      throw e;
    }
  }

  /** Asks the process of an engine, if the function is one of engines. */
  Asking on(long number) {
    engine = code.onEngine() ? number : PythonWorker.NO_ENGINE;
    return this;
  }

  /**
   * Has a worker that is ready, so that its start is no item's time. What is wrong with it is said
   * of the next item.
   */
  Asking prepare() {
    try {
      begin();
    } catch (ScriptException e) {
      end();
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
    }
    return this;
  }

  private void begin() throws InterruptedException {
    if (worker.isEmpty()) {
      worker = Optional.of(PythonWorker.opened(code, job, engine));
      batches = 0;
      prelude.to(worker.get());
    }
  }

  private PythonWorker.Frame found(int place) throws InterruptedException {
    retried = false;
    while (true) {
      try {
        goOn(place);
        PythonWorker.Frame frame = worker.orElseThrow().next();
        int answered = asked.remove();
        if (answered == place) {
          return frame;
        }
      } catch (ScriptException e) {
        if (!lost(place)) {
          throw e;
        }
      }
    }
  }

  /** What is left of an answer of several frames. */
  void rest() throws InterruptedException {
    worker.orElseThrow().next();
  }

  /**
   * A worker has ended, or could not be started or begin with the job. Whether another is to be
   * tried: where it had begun, and none has ended here before.
   */
  private boolean lost(int place) {
    boolean again = !asked.isEmpty() && !retried;
    retried |= !asked.isEmpty();
    alone = Math.max(alone, next);
    next = again ? place : place + 1;
    most = 1;
    end();
    return again;
  }

  /** Has the place asked for, and what comes behind it if the worker has little left to do. */
  private void goOn(int place) throws InterruptedException {
    begin();
    if (asked.isEmpty()) {
      next = Math.max(next, place);
      grow();
      send(next < alone ? 1 : most, Integer.MAX_VALUE);
    } else if (asked.size() <= most / 2 && next >= alone && next < size) {
      grow();
      send(most, MOST_BYTES);
    }
  }

  /** Batches that are done soon can be longer. */
  private void grow() {
    long now = System.nanoTime();
    if (batches > 0 && now - sent < ENOUGH_NANOS) {
      most = Math.min(MOST_ITEMS, 2 * most);
    }
    sent = now;
  }

  /**
   * Asks for some places.
   *
   * @param limit how many bytes the first of them may have; the others have room for few
   */
  private void send(int count, int limit) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    int begun = asked.size();
    while (next < size && asked.size() - begun < count && batch.size() < MOST_BYTES) {
      Optional<byte[]> question = written.apply(next);
      if (question.isPresent()) {
        if (question.get().length > limit - batch.size()) {
          break;
        }
        batch.writeBytes(question.get());
        asked.add(next);
      }
      next++;
      limit = Math.min(limit, 2 * MOST_BYTES);
    }
    int sending = asked.size() - begun;
    if (sending > 0) {
      batches++;
      byte[] head = buffer(Integer.BYTES).putInt(sending).array();
      worker.orElseThrow().send(kind, head, batch.toByteArray());
    }
  }

  private void end() {
    worker.ifPresent(PythonWorker::close);
    worker = Optional.empty();
    asked.clear();
  }

  /** A worker that has answered all is there for others. */
  @Override
  public void close() {
    if (asked.isEmpty()) {
      worker.ifPresent(PythonWorker::release);
      worker = Optional.empty();
    }
    end();
  }
}
