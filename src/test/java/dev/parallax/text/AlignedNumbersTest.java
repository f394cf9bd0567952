package dev.parallax.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedNumbersTest {
  @Test
  void pointStandsBelowPoint() {
    assertEquals(
        List.of("  0.5 ", "-12   ", "100.25"), AlignedNumbers.of(List.of("0.5", "-12", "100.25")));
    assertEquals(List.of(), AlignedNumbers.of(List.of()));
  }

  @Test
  void soDoErrors() {
    assertEquals(
        List.of("346   +-  8", "340   +- 20", "341.5" + " ".repeat(6)),
        AlignedNumbers.of(List.of("346 +- 8", "340 +- 20", "341.5")));
    assertEquals(
        List.of("1.5 +-        0.25", "2   +- infinite"),
        AlignedNumbers.of(List.of("1.5 +- 0.25", "2 +- infinite")).stream()
            .map(String::stripTrailing)
            .toList());
  }
}
