package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python3 model.py",
        "  a\tb  c ",
        "sh -c 'echo \"x\" | wc'",
        "a 'b c'd\"e f\" g",
        "a\\ b \\\\ \\' \"\\\"\\\\ \\n\" '\\'",
        "a '' \"\" b",
        "{mu} --x={sigma}"
      })
  void splitsAsAShellDoes(String line) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "for w in " + line + "; do printf '%s\\0' \"$w\"; done")
            .start();
    String text = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor());
    List<String> expected = Stream.of(text.split("\0", -1)).toList();
    assertEquals(expected.subList(0, expected.size() - 1), ShellWords.of(line));
  }

  @Test
  void nothingIsExpanded() {
    assertEquals(List.of("$HOME", "*", "~", "a;b", ">c"), ShellWords.of("$HOME * ~ a;b >c"));
    assertEquals(List.of(), ShellWords.of(" "));
  }

  @Test
  void aQuoteIsClosed() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> ShellWords.of("awk '{print}"));
    assertEquals("command 'awk '{print}': the quote at column 5 is not closed", e.getMessage());
  }
}
