package dev.parallax.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How wide the terminal is taken to be. */
class TerminalWidthTest {
  @ParameterizedTest
  @CsvSource({
    "24 132, , 132",
    "24 132, 40, 132",
    "0 0, 40, 40",
    "0 0, , 80",
    "'', 200, 200",
    "'', wide, 80",
    "stty: 'no terminal', 0, 80",
    "24 99999999999, -1, 80"
  })
  void theTerminalKnowsBest(String answer, String exported, int columns) {
    assertEquals(columns, TerminalWidth.of(() -> answer + "\n", exported));
  }

  /** Tests run with a terminal or without one. */
  @Test
  void thereIsAlwaysSome() {
    TerminalWidth width = new TerminalWidth();
    int columns = width.getAsInt();
    assertTrue(columns > 0);
    assertEquals(columns, width.getAsInt());
  }
}
