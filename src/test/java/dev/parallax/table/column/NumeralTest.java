package dev.parallax.table.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.table.fixed.NullMark;
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

  /** As longs are read, integers of 18 digits are exact, and others are rounded once. */
  @ParameterizedTest
  @CsvSource({
    "999999999999999999, 999999999999999999",
    "9999999999999999999, 9999999999999999999",
    "123456789012345678, 123456789012345678",
    "1234567890123456789, 1234567890123456789",
    "92233720368547758079, 92233720368547758079"
  })
  void largeIntegers(String text, double value) {
    assertEquals(value, Numeral.of(text).toDouble(text));
  }

  /** A mark that is a number is met by whatever spells that number, and by no other. */
  @ParameterizedTest
  @CsvSource({
    "-99, -99.0, true",
    "-99, -9.9e1, true",
    "99, -99, false",
    "99.9, 99.90, true",
    "9007199254740993, 9007199254740992, false",
    "9007199254740993, 09007199254740993, true",
    "9007199254740993, 9007199254740992.0, true",
    "NULL, null, false",
    "NULL, 5, false",
    "5, NULL, false",
    "inf, Infinity, false",
    "nan, NaN, false",
    "1e400, 1e500, true"
  })
  void marksOfMissingNumbers(String mark, String cell, boolean missing) {
    assertEquals(missing, NullMark.of(mark).matches(cell));
  }
}
