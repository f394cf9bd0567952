package dev.parallax.workload.sweep.parameter;

import java.util.stream.IntStream;

/** Values as they were given. */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record Listed(double[] values) implements Values {
  Listed {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    for (double value : values) {
      Spaced.finite("value", value);
    }
  }

  @Override
  public long size() {
    return values.length;
  }

  @Override
  public double at(long i) {
    return values[Math.toIntExact(i)];
  }

  @Override
  public long indexOf(double value) {
    return IntStream.range(0, values.length)
        .filter(i -> Values.isNearly(values[i], value))
        .findFirst()
        .orElse(-1);
  }
}
