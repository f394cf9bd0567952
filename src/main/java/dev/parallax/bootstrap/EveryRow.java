package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import java.util.Arrays;

/** Each row once: what the observed statistic is computed on. */
@SuppressWarnings("ArrayRecordComponent") // handed out as the interface says
record EveryRow(int[] rows, int[] counts) implements Resample {

  EveryRow(int n) {
    this(new int[n], new int[n]);
    Arrays.setAll(rows, i -> i);
    Arrays.fill(counts, 1);
  }
}
