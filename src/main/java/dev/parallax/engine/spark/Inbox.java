package dev.parallax.engine.spark;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds the bytes of a job's outcomes that are on the driver and not yet handed on. Executors can
 * send faster than a receiver takes, without end: so Spark's threads, which unpack what has come,
 * wait here.
 *
 * <p>A slice can arrive more than once, as when a copy of it was started elsewhere, and Spark hands
 * on the first alone: each counts, and all of them leave with it.
 */
final class Inbox implements AutoCloseable {
  private static final Map<String, Inbox> OPEN = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();
  private final long most;
  private final Map<Integer, Long> held = new HashMap<>();
  private final BitSet received = new BitSet();
  private final BitSet reserved = new BitSet();
  private long bytes;
  private long peak;

  private Inbox(long most) {
    this.most = most;
  }

  /**
   * An inbox.
   *
   * @param most how many bytes may wait in it; a single outcome may have more
   */
  static Inbox open(long most) {
    Inbox inbox = new Inbox(most);
    OPEN.put(inbox.name, inbox);
    return inbox;
  }

  String name() {
    return name;
  }

  /**
   * Waits until there is room, if this process has the inbox, and it is open.
   *
   * @param slice the index of the slice
   * @param bytes how many it takes
   */
  static void await(String name, int slice, long bytes) {
    Inbox inbox = OPEN.get(name);
    if (inbox != null && !inbox.isReserved(slice)) {
      inbox.enter(slice, bytes);
    }
  }

  /**
   * Waits until there is room, where the slice is done in this process: else, Spark would go on
   * with other slices and keep this one's outcome packed, without end.
   */
  static void reserve(String name, int slice, long bytes) {
    Inbox inbox = OPEN.get(name);
    if (inbox != null && inbox.isFirst(slice)) {
      inbox.enter(slice, bytes);
    }
  }

  /** Whether nothing was reserved for a slice so far, as in an attempt that failed. */
  private synchronized boolean isFirst(int slice) {
    boolean first = !reserved.get(slice);
    reserved.set(slice);
    return first;
  }

  private synchronized boolean isReserved(int slice) {
    return reserved.get(slice);
  }

  private synchronized void enter(int slice, long more) {
    boolean interrupted = false;
    while (bytes > 0 && bytes + more > most && !received.get(slice) && OPEN.containsKey(name)) {
      try {
        wait();
      } catch (InterruptedException e) { // Spark stops, and closes this
        interrupted = true;
        break;
      }
    }
    if (!received.get(slice)) {
      held.merge(slice, more, Long::sum);
      bytes += more;
      peak = Math.max(peak, bytes);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes room: a slice's outcome was handed on. */
  synchronized void leave(int slice) {
    received.set(slice);
    Long some = held.remove(slice);
    if (some != null) {
      bytes -= some;
      notifyAll();
    }
  }

  /** The most bytes that there ever were in it. */
  synchronized long peak() {
    return peak;
  }

  /** From now on nothing waits. */
  @Override
  public void close() {
    OPEN.remove(name);
    synchronized (this) {
      notifyAll();
    }
  }
}
