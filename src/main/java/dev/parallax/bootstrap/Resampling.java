package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import dev.parallax.random.RandomStream;
import java.io.Serializable;

/** How rows are drawn from a table for one bootstrap replicate. */
public sealed interface Resampling extends Serializable
    permits CaseResampling,
        UnitResampling,
        BalancedResampling,
        PoissonResampling,
        BlockResampling,
        ExactResampling,
        NoResampling {

  /**
   * The ordinary nonparametric bootstrap: as many rows as the table has, each drawn independently
   * and uniformly, whole rows at a time.
   *
   * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron, Bootstrap methods: another look at
   *     the jackknife (1979)</a>
   */
  static Resampling cases() {
    return new CaseResampling();
  }

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
