package dev.parallax.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of many of these, a JDK before 19 gives a digit too many. */
class DigitsTest {
  @ParameterizedTest
  @CsvSource({"2.0E-3, 0.002", "2e23, 2.0E23", "1e23, 1.0E23", "0.1, 0.1", "-0.0, -0.0"})
  void aDoubleHasItsFewestDigits(double value, String text) {
    assertEquals(text, Digits.shortest(value));
  }

  @ParameterizedTest
  @CsvSource({"2.524355E-29, 2.524355E-29", "1.1754944E-38, 1.1754944E-38", "0.1, 0.1"})
  void aFloatHasItsFewestDigits(float value, String text) {
    assertEquals(text, Digits.shortest(value));
  }

  @Test
  void whatIsNoNumberHasAName() {
    assertEquals("NaN", Digits.shortest(Double.NaN));
    assertEquals("-Infinity", Digits.shortest(Double.NEGATIVE_INFINITY));
  }
}
