package dev.parallax.bootstrap.resampling;

import dev.parallax.model.Resample;

/** Every row once: what is random are the values. */
record NoResampling() implements Resampling {
  private static final long serialVersionUID = 1L;

  @Override
  public Sampler sampler(int rows) {
    Resample every = Resample.everyRow(rows);
    return random -> every;
  }
}
