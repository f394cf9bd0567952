package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell says. */
class NumeralTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1, -1",
    "+1, 1",
    "007, 7",
    "1., 1",
    ".5, 0.5",
    "-.5, -0.5",
    "1e3, 1000",
    "1.5D+02, 150",
    "1d-2, 0.01",
    "1.5-103, 1.5e-103",
    "1.5+103, 1.5e103",
    ".5+103, .5e103",
    "1E400, Infinity",
    "-0, -0.0",
    "9223372036854775808, 9223372036854775808",
    "0.1000000000000000055511151231257827, 0.1",
    "inf, Infinity",
    "-Infinity, -Infinity"
  })
  void readsNumbers(String text, double value) {
    assertEquals(value, Numeral.of(text).toDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--", "-", "...", "nan", "NaN", "NA", "n/a", "NULL", "None", "**", "*****"})
  void knowsMissing(String text) {
    assertEquals(Numeral.MISSING, Numeral.of(text));
    assertEquals(Double.NaN, Numeral.of(text).toDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.25d",
        "2.25f",
        "1f",
        "1d",
        "1e",
        "1e+",
        "1.5e+-3",
        "0x10",
        "0x1p3",
        "3C083",
        "3C083.1",
        "2.2a",
        "12,5",
        "1 2",
        "1_000",
        "+",
        ".",
        "-.",
        "e5",
        "1.2.3",
        "--5",
        "+-5",
        "1-2",
        "1-103",
        "1.5-1034",
        "1.5-10",
        "---",
        "*",
        "-nan",
        "infinit",
        "\u0661",
        "\u00BD",
        "1L",
        "--.",
        "NaN1"
      })
  void knowsWords(String text) {
    assertEquals(Numeral.WORDS, Numeral.of(text));
  }
}
