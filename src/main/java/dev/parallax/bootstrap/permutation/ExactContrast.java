package dev.parallax.bootstrap.permutation;

import dev.parallax.model.Contrast;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A contrast of two columns on their permutations, from sums of the decimals that are exact: equal
 * ones, and opposite ones, are so to the last bit. The value is that of the statistic but for a few
 * roundings at the end, which keep the order.
 *
 * @param contrast which
 * @param arrangements what is permuted
 * @param x the first column
 * @param y the second column; of two samples their numbers
 * @param shift how many bits n Σxy - Σx Σy is longer than what a double holds
 * @param factor what that is times, shifted, to be a correlation or a slope
 */
record ExactContrast(
    Contrast contrast,
    Rearrangement arrangements,
    DecimalColumn x,
    DecimalColumn y,
    int shift,
    double factor)
    implements Serializable {
  private static final MathContext DIGITS = new MathContext(40);
  private static final long MASK = 0xffffffffL;

  /** Whole numbers of so many bits are doubles. */
  private static final int BITS = 900;

  static ExactContrast of(Contrast contrast, Rearrangement arrangements) {
    DecimalColumn x = DecimalColumn.of(arrangements.columns()[0]);
    DecimalColumn y = DecimalColumn.of(arrangements.columns()[1]);
    if (contrast == Contrast.OF_PAIRS) {
      double[] first = arrangements.columns()[0];
      double[] both = new double[2 * first.length];
      System.arraycopy(first, 0, both, 0, first.length);
      System.arraycopy(arrangements.columns()[1], 0, both, first.length, first.length);
      x = DecimalColumn.of(both); // in one unit, above one number
    }
    int shift = Math.max(0, (x.squares().bitLength() + y.squares().bitLength()) / 2 - BITS);
    return new ExactContrast(contrast, arrangements, x, y, shift, factor(contrast, x, y, shift));
  }

  /** Whether the sum tells how the permutations of this arrangement are ordered. */
  static boolean suits(Contrast contrast, Rearrangement arrangements) {
    return switch (contrast) {
      case NONE, OF_RANKS, MEAN -> false;
      case OF_PAIRS -> arrangements.swaps();
      case OF_SAMPLES -> !arrangements.swaps();
      case CORRELATION, SLOPE -> !arrangements.swaps() && arrangements.keepsValues();
    };
  }

  /** Whether the decimals are beyond doubt. */
  boolean sure() {
    return x.sure() && y.sure();
  }

  private static double factor(Contrast contrast, DecimalColumn x, DecimalColumn y, int shift) {
    BigDecimal factor =
        switch (contrast) {
          case CORRELATION ->
              BigDecimal.ONE.divide(
                  new BigDecimal(x.squares().multiply(y.squares())).sqrt(DIGITS), DIGITS);
          case SLOPE ->
              BigDecimal.ONE
                  .divide(new BigDecimal(x.squares()), DIGITS)
                  .scaleByPowerOfTen(x.scale() - y.scale());
          default -> BigDecimal.ONE;
        };
    double rounded = factor.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(shift))).doubleValue();
    // Any positive factor keeps the order.
    return rounded >= Double.MIN_NORMAL && rounded < Double.POSITIVE_INFINITY ? rounded : 1;
  }

  /**
   * The contrast of an arrangement.
   *
   * @param from as {@link Rearrangement#random} gives it
   */
  double value(int[] from) {
    return switch (contrast) {
      case OF_SAMPLES -> ofSamples(from);
      case OF_PAIRS -> ofPairs(from);
      default -> factor * product(from);
    };
  }

  private double ofSamples(int[] from) {
    double[] samples = arrangements.columns()[1];
    boolean values = arrangements.moved() == 0;
    long first = 0;
    Wide sum = new Wide();
    Wide all = new Wide();
    for (int row = 0; row < from.length; row++) {
      int sample = (int) samples[values ? row : from[row]];
      int value = values ? from[row] : row;
      first += 1 - sample;
      sum.add(x, value, 1 - sample);
      all.add(x, value, 1);
    }
    BigInteger n = BigInteger.valueOf(from.length);
    // S1 / n1 - (S - S1) / n2 = (n S1 - n1 S) / (n1 n2)
    BigInteger over = BigInteger.valueOf(first).multiply(BigInteger.valueOf(from.length - first));
    BigInteger top =
        n.multiply(sum.value()).subtract(BigInteger.valueOf(first).multiply(all.value()));
    return quotient(top, over);
  }

  private double ofPairs(int[] from) {
    Wide sum = new Wide();
    for (int row = 0; row < from.length; row++) {
      int sign = from[row] < 0 ? -1 : 1;
      sum.add(x, row, sign);
      sum.add(x, from.length + row, -sign);
    }
    return quotient(sum.value(), BigInteger.valueOf(from.length));
  }

  private double quotient(BigInteger top, BigInteger over) {
    return new BigDecimal(top, x.scale()).divide(new BigDecimal(over), DIGITS).doubleValue();
  }

  /** n Σxy - Σx Σy, as a double: rounded once, and so in order. */
  private double product(int[] from) {
    boolean movesY = arrangements.moved() == 1;
    Wide products = new Wide();
    Wide sumX = new Wide();
    Wide sumY = new Wide();
    for (int row = 0; row < from.length; row++) {
      int a = movesY ? row : from[row];
      int b = movesY ? from[row] : row;
      sumX.add(x, a, 1);
      sumY.add(y, b, 1);
      products.add(x, a, y, b);
    }
    BigInteger n = BigInteger.valueOf(from.length);
    BigInteger product = n.multiply(products.value()).subtract(sumX.value().multiply(sumY.value()));
    BigInteger size = product.abs().shiftRight(shift); // the same for both signs
    return product.signum() * size.doubleValue();
  }

  /** A sum of 128 bits while terms allow, and of any length beside. */
  private static final class Wide {
    private long high;
    private long low;
    private BigInteger rest = BigInteger.ZERO;

    void add(DecimalColumn column, int row, int sign) {
      if (column.fits()) {
        long term = sign * column.small()[row];
        add(term >> 63, term);
      } else {
        rest = rest.add(column.multiples()[row].multiply(BigInteger.valueOf(sign)));
      }
    }

    void add(DecimalColumn a, int rowA, DecimalColumn b, int rowB) {
      if (a.fits() && b.fits()) {
        long x = a.small()[rowA];
        long y = b.small()[rowB];
        add(Math.multiplyHigh(x, y), x * y);
      } else {
        rest = rest.add(a.multiples()[rowA].multiply(b.multiples()[rowB]));
      }
    }

    private void add(long termHigh, long termLow) {
      low += termLow;
      high += termHigh + (Long.compareUnsigned(low, termLow) < 0 ? 1 : 0);
    }

    BigInteger value() {
      BigInteger words = BigInteger.valueOf(high);
      words = words.shiftLeft(32).add(BigInteger.valueOf(low >>> 32));
      words = words.shiftLeft(32).add(BigInteger.valueOf(low & MASK));
      return words.add(rest);
    }
  }
}
