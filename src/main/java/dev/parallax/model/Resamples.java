package dev.parallax.model;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * The resamples of a block, known before they are asked for.
 *
 * @param seed the job's seed
 * @param slice the number of the slice
 * @param items the index of the item that the resample at a place is of
 * @param size how many resamples there are
 * @param sequence draws them
 * @param again whether they were evaluated before, and the values did not hold: this time each
 *     resample's are to be told apart from the others' for certain
 */
public record Resamples(
    long seed, int slice, IntToLongFunction items, int size, Sequence sequence, boolean again) {

  /** One resample alone, of no job. */
  public static Resamples of(Resample one) {
    return new Resamples(0, 0, place -> 0, 1, () -> place -> one, false);
  }

  /** The same, evaluated once more. */
  public Resamples evaluatedAgain() {
    return new Resamples(seed, slice, items, size, sequence, true);
  }

  /** Draws the resamples of a block. */
  @FunctionalInterface
  public interface Sequence {

    /**
     * A new pass over the resamples, for whoever asks, on a thread of its own.
     *
     * @return draws the resample at a place, from 0; it is good until the next is drawn
     */
    IntFunction<Resample> pass();
  }

  /** Evaluates the resamples of a block on one thread. */
  public interface Series extends AutoCloseable {

    /**
     * All values on a resample.
     *
     * @param place the resample's place, from 0; places are asked for in order, but some may be
     *     left out
     * @param values where they go, in the order of {@link Statistic#responses}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, and remains
     *     so
     * @throws RuntimeException if there are none: the item is recorded as failed, with the message
     */
    void evaluate(int place, double[] values);

    /**
     * Whether the values hold; asked after the last resample. If they do not, all are evaluated
     * {@linkplain Resamples#again again}.
     */
    default boolean holds() {
      return true;
    }

    /** Frees what it holds. */
    @Override
    void close();
  }
}
