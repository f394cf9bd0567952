package dev.parallax.engine.block;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a block took.
 *
 * @param seconds how long the block function took
 * @param where the worker that did it
 * @param began when it began, in seconds since 1970 by the driver's clock; NaN if that is not known
 */
public record Effort(double seconds, String where, double began) implements Serializable {

  /** The time in seconds since 1970, by this machine's clock. */
  public static double clock() {
    Instant now = Instant.now();
    return now.getEpochSecond() + now.getNano() * 1e-9;
  }

  /**
   * The same for a block whose results have just arrived: begun as long ago as it took. That is
   * late by the results' journey, but two machines' clocks can be further apart.
   */
  public Effort justEnded() {
    return new Effort(seconds, where, clock() - seconds);
  }
}
