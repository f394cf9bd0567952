package dev.parallax.bootstrap.resampling;

import dev.parallax.model.Resample;
import dev.parallax.random.RandomStream;
import java.io.Serializable;

/** How rows are drawn from a table for one bootstrap replicate. */
public interface Resampling extends Serializable {

  /**
   * A sampler for one thread.
   *
   * @param rows how many rows the table has
   * @throws IllegalArgumentException if it has none
   */
  Sampler sampler(int rows);

  /** Draws one resample after another into the same buffers. */
  @FunctionalInterface
  interface Sampler {

    /**
     * The resample that the stream gives; the one before it is overwritten.
     *
     * @param random at the start of replicate b's stream, which is that of item b for {@link
     *     dev.parallax.random.Purpose#RESAMPLE}
     */
    Resample draw(RandomStream random);
  }
}
