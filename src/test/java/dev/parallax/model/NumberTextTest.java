package dev.parallax.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers that no double is are told from those that one is, at the edges. */
final class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "9007199254740991, ''",
    "-9007199254740991, ''",
    "9007199254740992, ''",
    "9007199254740993, 9007199254740992",
    "-9007199254740993, -9007199254740992",
    "9007199254740994, ''",
    "' 9007199254740995 ', 9007199254740996",
    "00000000000000000012, ''",
    "0009007199254740993, 9007199254740992",
    "9007199254740993.0, ''",
    "9007199254740993e0, ''",
    "333332833.000000123, ''",
  })
  void onlyWhatIsRoundedIs(String text, String nearest) {
    double value = Double.parseDouble(text.strip());
    String said = NumberText.rounded(text, value).orElse("");
    assertEquals(nearest, said.replaceFirst(".* ", ""), said);
  }
}
