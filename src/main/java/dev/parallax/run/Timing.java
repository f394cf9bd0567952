package dev.parallax.run;

import java.util.OptionalDouble;

/**
 * What a run cost.
 *
 * @param all how many items it has, with those that an earlier run computed
 * @param work what it computed itself
 * @param items seconds spent in block functions, summed over all slices
 * @param serial seconds the serial engine took for all items, warm, if measured
 * @param parallelism how many blocks ran at a time
 */
public record Timing(long all, Work work, double items, OptionalDouble serial, int parallelism) {

  /**
   * What a run computed itself.
   *
   * @param items how many items
   * @param seconds those spent in block functions, summed over slices
   * @param wall seconds from the first slice's submission to the last block's arrival
   */
  public record Work(long items, double seconds, double wall) {
    /** Nothing. */
    public static final Work NONE = new Work(0, 0, 0);

    /** Both, one after the other. */
    Work plus(Work other) {
      return new Work(items + other.items, seconds + other.seconds, wall + other.wall);
    }
  }

  /** Seconds that the run took for what it computed itself. */
  public double wall() {
    return work.wall();
  }

  /** Whether the run computed all its items itself, and none was there before. */
  public boolean isWhole() {
    return work.items() >= all;
  }

  /** Items per second of those that the run computed itself. */
  public double pace() {
    return work.items() / wall();
  }

  /** How many times faster than the serial engine, if measured and if the run is whole. */
  public OptionalDouble speedup() {
    return serial.isPresent() && isWhole()
        ? OptionalDouble.of(serial.getAsDouble() / wall())
        : OptionalDouble.empty();
  }

  /** Speed-up per core, if there is one. */
  public OptionalDouble efficiency() {
    OptionalDouble speedup = speedup();
    return speedup.isPresent()
        ? OptionalDouble.of(speedup.getAsDouble() / parallelism)
        : OptionalDouble.empty();
  }

  /** The share of the cores' time that went into no item: waiting, scheduling, gathering. */
  public double overhead() {
    return wall() > 0 ? Math.max(0, 1 - work.seconds() / (wall() * parallelism)) : 0;
  }

  /** The same with what was computed before. */
  Timing after(Work earlier) {
    return new Timing(all, earlier.plus(work), items, serial, parallelism);
  }

  /** The same with the serial engine's time. */
  public Timing withSerial(double seconds) {
    return new Timing(all, work, items, OptionalDouble.of(seconds), parallelism);
  }
}
