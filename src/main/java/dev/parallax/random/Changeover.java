package dev.parallax.random;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A loop's change from plain to vector code. Until the JVM has compiled it, vector code runs fifty
 * times slower than plain code; and as both give the same bits, no result can tell when the change
 * happened, or whether it did. So once the loop has been used enough to matter, or much use of it
 * is foreseen, a thread on the side runs the vector code on numbers of its own until it is compiled
 * and faster than the plain code; then all callers use it. The thread rests most of the time: the
 * compiler and the callers need the processors more.
 *
 * <p>Callers share this without locks: a lost update delays the change and alters no result.
 *
 * @param <T> what has the loop
 */
public final class Changeover<T> {
  private static final int ROUNDS = 125;
  private static final int WINS = 5;
  private static final int REST_MILLISECONDS = 10;
  private static final double LONG_SECONDS = 1.5;
  private static final long PATIENCE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(600);
  private static final long LONGEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(20);

  /** Of the patience: a loop that has done as much will be used again. */
  private static final double OFTEN = 0.1;

  /** The loops that have been used and are still in use. */
  private static final Set<Changeover<?>> USED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final T plain;
  private final Supplier<T> vector;
  private final Consumer<T> round;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final Patience patience;
  private volatile T current;
  private boolean used;
  private boolean waiting;

  /**
   * How much work is done by plain code before the effort is worth it. Loops that share one are of
   * the same code: work of each counts for all, and once one has changed, others begin with
   * vectors.
   */
  public static final class Patience {
    /** Threads count for themselves: a number that all write would go from core to core. */
    private static final int COUNTS = 64;

    /** In longs, more than two lines of a cache, since these are fetched in pairs. */
    private static final int APART = 32;

    private final long[] counts = new long[(COUNTS + 1) * APART];
    private final long worthwhile;
    private final long share;
    private final AtomicLong left;
    private volatile boolean changed;

    /** For so much work. */
    public Patience(long worthwhile) {
      this.worthwhile = worthwhile;
      left = new AtomicLong(worthwhile);
      share = worthwhile / COUNTS;
    }

    /** Counts so much work, and says whether it is enough now. */
    private boolean ends(int work) {
      int own = ((int) Thread.currentThread().getId() % COUNTS + 1) * APART;
      long done = counts[own] + work;
      boolean told = done >= share;
      counts[own] = told ? 0 : done;
      return told && left.addAndGet(-done) <= 0;
    }

    private boolean isOften() {
      return worthwhile - left.get() >= OFTEN * worthwhile;
    }
  }

  /**
   * A change to come.
   *
   * @param plain what is used at first
   * @param vector makes what may be used later; called once, on another thread unless such a loop
   *     has changed before; what it returns may be {@code plain}
   * @param patience how much work is done by plain code before
   * @param round does a little of the work, on numbers of its own; called on another thread
   */
  public Changeover(T plain, Supplier<T> vector, Patience patience, Consumer<T> round) {
    this.plain = plain;
    this.vector = vector;
    this.patience = patience;
    this.round = round;
    this.waiting = !patience.changed;
    this.current = waiting ? plain : vector.get();
  }

  /** What to use for so much work, in the units of the patience. */
  public T current(int work) {
    if (waiting) {
      if (!used) {
        used = true;
        USED.add(this);
      }
      if (patience.ends(work)) {
        waiting = false;
        start(this::run);
      }
    }
    return current;
  }

  /**
   * Says that the loops used so far will be in use for so long. If it pays, their change begins at
   * once, and is waited for: it takes a fifth of the time while nobody else wants the processors.
   *
   * @return whether there was something to change, so that the work may take less time now
   */
  public static boolean foreseen(double seconds) {
    if (seconds < LONG_SECONDS) {
      return false;
    }
    List<Thread> trials = used().stream().map(change -> start(change::run)).toList();
    long end = System.nanoTime() + PATIENCE_NANOSECONDS;
    try {
      for (Thread trial : trials) {
        TimeUnit.NANOSECONDS.timedJoin(trial, Math.max(1, end - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !trials.isEmpty();
  }

  /**
   * Says that no work is at hand, but that there may be more of the same: loops that were used
   * often begin their change now, and not amid the next work. It is not waited for.
   */
  public static void idle() {
    used().stream()
        .filter(change -> change.patience.isOften() && !change.begun.get())
        .forEach(change -> start(change::run));
  }

  private static List<Changeover<?>> used() {
    synchronized (USED) {
      return List.copyOf(USED);
    }
  }

  private static Thread start(Runnable trials) {
    Thread thread = new Thread(trials, "parallax-changeover");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void run() {
    if (begun.getAndSet(true)) {
      return;
    }
    try {
      T candidate = vector.get();
      if (candidate != plain && wins(candidate)) {
        current = candidate;
        patience.changed = true;
      }
    } catch (InterruptedException | RuntimeException | LinkageError e) {
      current = plain;
    }
  }

  /** One fast trial may be luck; several in a row are not. */
  private boolean wins(T candidate) throws InterruptedException {
    long begin = System.nanoTime();
    long standard = Math.min(time(plain), time(plain));
    for (int wins = 0; wins < WINS; ) {
      boolean win = time(candidate) < standard;
      wins = win ? wins + 1 : 0;
      if (System.nanoTime() - begin > LONGEST_NANOSECONDS) {
        return false;
      }
      if (!win) {
        TimeUnit.MILLISECONDS.sleep(REST_MILLISECONDS);
      }
    }
    return true;
  }

  private long time(T candidate) {
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      round.accept(candidate);
    }
    return System.nanoTime() - start;
  }
}
