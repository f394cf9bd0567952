package dev.parallax.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where lines are broken that are wider than the terminal. */
class WrappingTest {
  private static List<String> wrapped(int columns, String line) {
    return new Wrapping(columns, "./parallax").lines(line);
  }

  @Test
  void whatFitsStaysAsItIs() {
    String line = "  a    b   c";
    assertEquals(List.of(line), wrapped(12, line));
    assertEquals(List.of(""), wrapped(12, ""));
  }

  @Test
  void aSentenceIsBrokenBetweenWordsAndIndented() {
    assertEquals(
        List.of("parallax: one two", "  three four five", "  six"),
        wrapped(17, "parallax: one two three four five six"));
  }

  /** The last comma is better than a break between a name and its number. */
  @Test
  void aValueStaysBesideItsLabel() {
    assertEquals(
        List.of(
            "  amplitude   mean 1.21706307, sd 1.21136171, min 0.2, max 9.99987469,",
            "              sum 1217.06307"),
        wrapped(
            80,
            "  amplitude   mean 1.21706307, sd 1.21136171, min 0.2, max 9.99987469,"
                + " sum 1217.06307"));
    assertEquals(
        List.of("  95 % bca   value that", "             goes on"),
        wrapped(26, "  95 % bca   value that goes on"));
  }

  @Test
  void aNumberStaysWithItsErrorAndItsUnit() {
    assertEquals(
        List.of("  bias of it is", "    0.25 +- 0.125", "    after 12 s,", "    or 95 %"),
        wrapped(17, "  bias of it is 0.25 +- 0.125 after 12 s, or 95 %"));
  }

  @Test
  void whatIsQuotedIsNotBroken() {
    assertEquals(
        List.of("no column", "  'the long name'; is it", "  'other'?"),
        wrapped(24, "no column 'the long name'; is it 'other'?"));
  }

  /** A path that alone is too wide stays whole: it can still be copied. */
  @Test
  void aPathIsNotBroken() {
    String path = "/a/" + "long/".repeat(8) + "path";
    assertEquals(
        List.of("  written to", "    " + path, "    now"),
        wrapped(20, "  written to " + path + " now"));
  }

  /** A shell reads the lines as the one command that they are. */
  @Test
  void aCommandCanBeCopied() {
    List<String> lines =
        wrapped(
            40,
            "parallax: interrupted; 3 of 9 items are done; to go on:"
                + " ./parallax map --array range:0:9 --command 'sh -c \"sleep 1\"' -o out --resume");
    assertEquals(
        List.of(
            "parallax: interrupted; 3 of 9 items are",
            "  done; to go on:",
            "  ./parallax map --array range:0:9 \\",
            "    --command 'sh -c \"sleep 1\"' -o out \\",
            "    --resume"),
        lines);
  }

  /** Characters that are two columns wide, and marks that take none. */
  @Test
  void columnsAreCountedNotCharacters() {
    assertEquals(
        List.of("\u6e2c\u5b9a", "  \u7d50\u679c"), wrapped(8, "\u6e2c\u5b9a \u7d50\u679c"));
    assertEquals(1, wrapped(8, "e\u0301e\u0301e\u0301e\u0301 abc").size());
  }

  @Test
  void aHeadIsNeverLost() {
    List<String> lines = Terminal.filled("  --name   ", "what it says in words", 20);
    assertEquals(List.of("  --name   what it", "           says in", "           words"), lines);
  }
}
