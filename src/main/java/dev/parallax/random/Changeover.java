package dev.parallax.random;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A loop's change from plain to vector code. Until the JVM has compiled it, vector code runs fifty
 * times slower than plain code; and as both give the same bits, no result can tell when the change
 * happened, or whether it did. So once the loop has been used enough to matter, a thread on the
 * side runs the vector code on numbers of its own until it is compiled and faster than the plain
 * code; then all callers use it. The thread rests most of the time: the compiler and the callers
 * need the processors more.
 *
 * <p>Callers share this without locks: a lost update delays the change and alters no result.
 *
 * @param <T> what has the loop
 */
public final class Changeover<T> {
  private static final int ROUNDS = 1000;
  private static final int WINS = 5;
  private static final int REST_MILLISECONDS = 10;
  private static final long LONGEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(20);

  private final T plain;
  private final T vector;
  private final Consumer<T> round;
  private volatile T current;
  private long left;

  /**
   * A change to come.
   *
   * @param plain what is used at first
   * @param vector what may be used later
   * @param worthwhile how much work is done by plain code before the effort is worth it
   * @param round does a little of the work, on numbers of its own; called on another thread
   */
  public Changeover(T plain, T vector, long worthwhile, Consumer<T> round) {
    this.plain = plain;
    this.vector = vector;
    this.round = round;
    this.current = plain;
    this.left = worthwhile;
  }

  /** What to use for so much work, in the units of {@code worthwhile}. */
  public T current(int work) {
    if (left > 0) {
      left -= work;
      if (left <= 0) {
        start();
      }
    }
    return current;
  }

  /** Runs the trials beside the callers; two threads at it, if ever, do no harm. */
  private void start() {
    Thread thread = new Thread(this::run, "parallax-changeover");
    thread.setDaemon(true);
    thread.start();
  }

  /** One fast trial may be luck; several in a row are not. */
  private void run() {
    try {
      long begin = System.nanoTime();
      long standard = Math.min(time(plain), time(plain));
      for (int wins = 0; wins < WINS; ) {
        boolean win = time(vector) < standard;
        wins = win ? wins + 1 : 0;
        if (System.nanoTime() - begin > LONGEST_NANOSECONDS) {
          return;
        }
        if (!win) {
          TimeUnit.MILLISECONDS.sleep(REST_MILLISECONDS);
        }
      }
      current = vector;
    } catch (InterruptedException | RuntimeException | LinkageError e) {
      current = plain;
    }
  }

  private long time(T candidate) {
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      round.accept(candidate);
    }
    return System.nanoTime() - start;
  }
}
