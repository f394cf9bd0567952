package dev.parallax.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.0704119, 0.00034, 0.0704 +- 0.0003",
    "0.0704119, 0.00012, 0.07041 +- 0.00012",
    "0.0704119, 0.000196, 0.0704 +- 0.0002",
    "454.158, 23, 450 +- 20",
    "454.158, 1.62, 454.2 +- 1.6",
    "-12345, 120, -12340 +- 120",
    "0.5, 0.9996, 0.5 +- 1.0",
    "0.5, 0, 0.5",
    "NaN, 0.1, undefined",
    "0.1234567891234, NaN, 0.123456789",
  })
  void onlyDigitsWorthQuoting(double value, double error, String expected) {
    assertEquals(expected, Numbers.withError(value, error));
  }
}
