package dev.parallax.sum;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * How many numbers there are, their sum, mean and standard deviation, each as if computed without
 * rounding and rounded once: at any offset, and without overflow on the way. So it does not matter
 * in which order they come.
 *
 * <p>The sums of the numbers and of their squares are whole multiples of a power of two. Numbers of
 * one exponent are gathered in a cell first, as the sums of their mantissas and of the low and the
 * high half of these squared; a cell is emptied into the wide sums when it is full or wanted for
 * another exponent. So a number costs a few nanoseconds.
 *
 * <p>Infinite numbers make the sum and the mean infinite, or NaN if there are both, and the
 * standard deviation NaN. NaN is an infinity of both signs.
 */
public final class ExactMoments {
  private static final int CELLS = 16;
  private static final int WIDTH = 4;
  private static final int FILLED_BITS = 10;

  /** So many mantissas of 53 bits a cell takes, that its sums fit 63 bits. */
  private static final int FULL = 512;

  private static final int BIAS = 1075;
  private static final int SPECIAL = 0x7FF;
  private static final long FRACTION = (1L << 52) - 1;
  private static final long HIDDEN = 1L << 52;
  private static final long HALF = (1L << 53) - 1;
  private static final long DIGIT = 0xFFFF_FFFFL;
  private static final long WHOLE = 1L << 53;

  /** By cell: the sums of mantissas, of low and of high halves; the exponent and how many. */
  private final long[] cells = new long[CELLS * WIDTH];

  private final WideSum sums = new WideSum(-1074, 1024);
  private final WideSum squares = new WideSum(-2148, 2048);

  private long count;
  private boolean up;
  private boolean down;

  /** Of nothing yet. */
  public ExactMoments() {}

  /** Of some numbers. */
  public static ExactMoments of(double[] values) {
    ExactMoments moments = new ExactMoments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /** Takes a number. */
  public void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & SPECIAL;
    if (exponent == SPECIAL) {
      special(value);
      return;
    }
    count++;
    long mantissa = bits & FRACTION;
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= HIDDEN;
    }
    int at = (exponent & (CELLS - 1)) * WIDTH;
    long filled = cells[at + 3] - ((long) exponent << FILLED_BITS);
    if (filled < 0 || filled >= FULL) {
      empty(at);
      filled = 0;
    }
    cells[at + 3] = ((long) exponent << FILLED_BITS) + filled + 1;
    long sign = bits >> 63;
    cells[at] += (mantissa ^ sign) - sign;
    long square = mantissa * mantissa;
    cells[at + 1] += square & HALF;
    cells[at + 2] += (Math.multiplyHigh(mantissa, mantissa) << 11) | (square >>> 53);
  }

  /** Takes a whole number, of any size. */
  public void add(long value) {
    if (Math.abs(value) <= WHOLE && value != Long.MIN_VALUE) {
      add((double) value);
      return;
    }
    count++;
    sums.add(value, 0);
    long square = value * value;
    squares.add(square & DIGIT, 0);
    squares.add(square >>> 32, 32);
    squares.add(Math.multiplyHigh(value, value), 64);
  }

  private void special(double value) {
    count++;
    up |= value != Double.NEGATIVE_INFINITY;
    down |= value != Double.POSITIVE_INFINITY;
  }

  private void empty(int at) {
    if (cells[at + 3] != 0) {
      int exponent = (int) (cells[at + 3] >> FILLED_BITS) - BIAS;
      sums.add(cells[at], exponent);
      squares.add(cells[at + 1], 2 * exponent);
      squares.add(cells[at + 2], 2 * exponent + 53);
      Arrays.fill(cells, at, at + WIDTH, 0);
    }
  }

  private void emptyAll() {
    for (int at = 0; at < cells.length; at += WIDTH) {
      empty(at);
    }
  }

  /** How many numbers there are, the infinite ones included. */
  public long count() {
    return count;
  }

  /** The sum; infinite too where it is larger than any double; 0 for no numbers. */
  public double sum() {
    if (up || down) {
      return infinity();
    }
    emptyAll();
    return sums.total().over(BigInteger.ONE);
  }

  /** The sum of whole numbers. */
  public BigInteger wholeSum() {
    emptyAll();
    return sums.total().integer();
  }

  /** The mean, NaN for no numbers. */
  public double mean() {
    if (up || down || count == 0) {
      return count == 0 ? Double.NaN : infinity();
    }
    emptyAll();
    return sums.total().over(BigInteger.valueOf(count));
  }

  private double infinity() {
    return up && down ? Double.NaN : up ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /** The standard deviation with divisor n - 1, NaN for fewer than two numbers. */
  public double sd() {
    return count < 2 ? Double.NaN : deviation(count - 1);
  }

  /** The root of the mean squared deviation from the mean, NaN for no numbers. */
  public double rootMeanSquare() {
    return count < 1 ? Double.NaN : deviation(count);
  }

  /** The root of the sum of squares over a number of 1 or more. */
  public double rootOfSquares(long divisor) {
    if (up || down) {
      return Double.POSITIVE_INFINITY;
    }
    emptyAll();
    return squares.total().rootOver(BigInteger.valueOf(divisor));
  }

  private double deviation(long divisor) {
    if (up || down) {
      return Double.NaN;
    }
    emptyAll();
    Dyadic spread = squares.total().times(count).minus(sums.total().squared());
    return spread.rootOver(BigInteger.valueOf(count).multiply(BigInteger.valueOf(divisor)));
  }
}
