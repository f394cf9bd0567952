package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The integers from a start up to but without an end, in steps, as Python's range.
 *
 * @param from the first
 * @param to where it ends
 * @param step the step, not 0; negative for a falling range
 */
public record IntegerRange(long from, long to, long step) implements IntegerArray {

  /** Checks that they can be counted. */
  public IntegerRange {
    if (step == 0) {
      throw new IllegalArgumentException("the step is 0");
    }
    if (count(from, to, step).bitLength() > 63) {
      throw new IllegalArgumentException("more than 2^63-1 integers");
    }
  }

  private static BigInteger count(long from, long to, long step) {
    BigInteger span = BigInteger.valueOf(to).subtract(BigInteger.valueOf(from));
    BigInteger[] steps = span.divideAndRemainder(BigInteger.valueOf(step));
    return steps[0].add(BigInteger.valueOf(Math.abs(steps[1].signum()))).max(BigInteger.ZERO);
  }

  @Override
  public long size() {
    boolean empty = step > 0 ? from >= to : from <= to;
    return empty ? 0 : count(from, to, step).longValueExact();
  }

  @Override
  public boolean exceeds(long bound) {
    long size = size();
    long last = from + (size - 1) * step; // its own bits, whatever overflows on the way
    return size > 0 && (Math.max(from, last) > bound || Math.min(from, last) < -bound);
  }

  @Override
  public long[] loaded(Block block) {
    return new long[0];
  }

  @Override
  public Elements elements(long seed) {
    return elements(from, step);
  }

  /** Static, so that only the numbers are captured. */
  private static Elements elements(long from, long step) {
    return (block, data) -> {
      long[] values = new long[block.size()];
      Arrays.setAll(values, i -> from + block.item(i) * step);
      return values;
    };
  }
}
