package dev.parallax.random;

import java.util.function.Consumer;

/**
 * One loop's change from plain to vector code. Once the loop has been used enough to matter, a
 * thread on the side runs the vector code on numbers of its own until the JVM has compiled it and
 * it is faster than the plain code; then all calls use it.
 *
 * <p>Callers share this without locks: a lost update delays the change and alters no result.
 */
final class Warming {

  /**
   * Words used before the effort is worth it. Compiling costs about a second of a core, which a
   * short job would never earn back; by now as much has gone into the loop itself.
   */
  static final int WORTHWHILE = 400_000_000;

  private static final int ROUNDS = 200;
  private static final int TRIALS = 5000;
  private static final int WINS = 20;

  private final Lanes plain;
  private final Lanes vector;
  private final Consumer<Lanes> loop;
  private Lanes lanes;
  private int left;

  Warming(Lanes plain, Lanes vector, int worthwhile, Consumer<Lanes> loop) {
    this.plain = plain;
    this.vector = vector;
    this.loop = loop;
    this.lanes = plain;
    this.left = worthwhile;
  }

  /** The lanes to use for a number of words. */
  Lanes lanes(int words) {
    if (left > 0) {
      left -= words;
      if (left <= 0) {
        start();
      }
    }
    return lanes;
  }

  /** Runs the trials beside the callers; two threads at it, if ever, do no harm. */
  private void start() {
    Thread thread = new Thread(this::run, "parallax-vector-warming");
    thread.setDaemon(true);
    thread.start();
  }

  /** One fast trial may be the plain code's bad luck; many in a row are not. */
  private void run() {
    try {
      int wins = 0;
      for (int trial = 0; trial < TRIALS && wins < WINS; trial++) {
        wins = time(vector) < time(plain) ? wins + 1 : 0;
      }
      lanes = wins == WINS ? vector : plain;
    } catch (RuntimeException | LinkageError e) {
      lanes = plain;
    }
  }

  private long time(Lanes candidate) {
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      loop.accept(candidate);
    }
    return System.nanoTime() - start;
  }
}
