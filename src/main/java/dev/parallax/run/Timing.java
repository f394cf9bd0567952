package dev.parallax.run;

import java.util.OptionalDouble;

/**
 * What a run cost.
 *
 * @param wall seconds from the first slice's submission to the last block's arrival
 * @param items seconds spent in block functions, summed over slices
 * @param serial seconds the serial engine took, warm, if measured
 * @param parallelism how many blocks ran at a time
 */
public record Timing(double wall, double items, OptionalDouble serial, int parallelism) {

  /** How many times faster than the serial engine, if measured. */
  public OptionalDouble speedup() {
    return serial.isPresent()
        ? OptionalDouble.of(serial.getAsDouble() / wall)
        : OptionalDouble.empty();
  }

  /** Speed-up per core, if measured. */
  public OptionalDouble efficiency() {
    OptionalDouble speedup = speedup();
    return speedup.isPresent()
        ? OptionalDouble.of(speedup.getAsDouble() / parallelism)
        : OptionalDouble.empty();
  }

  /** The share of the cores' time that went into no item: waiting, scheduling, gathering. */
  public double overhead() {
    return wall > 0 ? Math.max(0, 1 - items / (wall * parallelism)) : 0;
  }

  /** The same with so many seconds more. */
  Timing plusWall(double seconds) {
    return new Timing(wall + seconds, items, serial, parallelism);
  }

  /** The same with the serial engine's time. */
  public Timing withSerial(double seconds) {
    return new Timing(wall, items, OptionalDouble.of(seconds), parallelism);
  }
}
