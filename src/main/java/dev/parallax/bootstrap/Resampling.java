package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import dev.parallax.random.RandomStream;
import java.io.Serializable;

/** Placeholder. */
interface Resampling extends Serializable {
  static Resampling ordinary() {
    return n -> {
      int[] rows = new int[n];
      int[] counts = new int[n];
      return random -> {
        random.bounded(n, rows, 0, n);
        java.util.Arrays.fill(counts, 0);
        for (int r : rows) {
          counts[r]++;
        }
        return new EveryRow(rows, counts);
      };
    };
  }

  Sampler sampler(int rows);

  interface Sampler {
    Resample draw(RandomStream random);
  }
}
