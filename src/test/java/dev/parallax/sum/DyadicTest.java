package dev.parallax.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quotients and roots of any number of bits, against decimals of so many digits that none ties. */
class DyadicTest {
  private static final MathContext DIGITS = new MathContext(1500);
  private static final MathContext ROOT_DIGITS = new MathContext(200);

  private static BigDecimal decimal(BigInteger whole, int exponent) {
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
    BigDecimal number = new BigDecimal(whole);
    return exponent < 0 ? number.divide(power) : number.multiply(power);
  }

  @Test
  void quotientsAreRoundedOnce() {
    Random random = new Random(11);
    int[] exponents = {-1140, -1080, -1074, -1030, -200, -1, 0, 3, 700};
    for (int bits : new int[] {1, 2, 30, 52, 53, 54, 60, 64, 65, 120, 200}) {
      for (int divisorBits : new int[] {1, 2, 20, 31, 53, 63, 90}) {
        for (int exponent : exponents) {
          BigInteger whole = new BigInteger(bits, random).setBit(bits - 1);
          BigInteger divisor = new BigInteger(divisorBits, random).setBit(divisorBits - 1);
          double expected =
              decimal(whole, exponent).divide(new BigDecimal(divisor), DIGITS).doubleValue();
          String what = whole + " 2^" + exponent + " / " + divisor;
          assertEquals(expected, new Dyadic(whole, exponent).over(divisor), what);
          assertEquals(-expected, new Dyadic(whole.negate(), exponent).over(divisor), what);
        }
      }
    }
  }

  @Test
  void rootsAreRoundedOnce() {
    Random random = new Random(12);
    for (int bits : new int[] {1, 2, 53, 64, 107, 130, 300}) {
      for (int divisorBits : new int[] {1, 20, 63, 90}) {
        for (int exponent : new int[] {-2300, -2141, -700, -3, -2, 0, 1, 501}) {
          BigInteger whole = new BigInteger(bits, random).setBit(bits - 1);
          BigInteger divisor = new BigInteger(divisorBits, random).setBit(divisorBits - 1);
          BigDecimal square = decimal(whole, exponent).divide(new BigDecimal(divisor), ROOT_DIGITS);
          double expected = square.sqrt(ROOT_DIGITS).doubleValue();
          String what = "root of " + whole + " 2^" + exponent + " / " + divisor;
          assertEquals(expected, new Dyadic(whole, exponent).rootOver(divisor), what);
        }
      }
    }
    assertEquals(0, new Dyadic(BigInteger.ZERO, 5).rootOver(BigInteger.TEN));
  }

  /** Half way between two doubles the even one is taken, and a trace beyond half the next. */
  @Test
  void ties() {
    BigInteger even = BigInteger.ONE.shiftLeft(53);
    BigInteger tie = even.add(BigInteger.ONE);
    BigInteger odd = even.add(BigInteger.valueOf(3));
    BigInteger trace = tie.shiftLeft(80).add(BigInteger.ONE);
    assertEquals(0x1p53, new Dyadic(tie, 0).over(BigInteger.ONE));
    assertEquals(0x1p53 + 4, new Dyadic(odd, 0).over(BigInteger.ONE));
    assertEquals(0x1p53 + 2, new Dyadic(trace, -80).over(BigInteger.ONE));
    assertEquals(0, new Dyadic(BigInteger.ONE, -1074).over(BigInteger.TWO));
    assertEquals(
        2 * Double.MIN_VALUE, new Dyadic(BigInteger.valueOf(3), -1074).over(BigInteger.TWO));
    assertEquals(0x1p53, new Dyadic(tie.multiply(tie), 0).rootOver(BigInteger.ONE));
    assertEquals(
        0x1p53 + 2, new Dyadic(tie.multiply(tie).add(BigInteger.ONE), 0).rootOver(BigInteger.ONE));
  }

  @Test
  void wholeNumbers() {
    assertEquals(BigInteger.valueOf(-40), new Dyadic(BigInteger.valueOf(-5), 3).integer());
    assertEquals(BigInteger.valueOf(-5), new Dyadic(BigInteger.valueOf(-40), -3).integer());
  }
}
