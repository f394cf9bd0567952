package dev.parallax.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a terminal, and what it shows. */
class TerminalTest {
  /** Without the launcher, Linux's links to open files tell. */
  @ParameterizedTest
  @CsvSource({
    "/dev/pts/3, xterm, true",
    "/dev/tty1, linux, true",
    "/dev/pts/3, dumb, false",
    "/dev/pts/3, '', false",
    "/dev/null, xterm, false",
    "'pipe:[4711]', xterm, false",
    "/dev/ptsx, xterm, false",
  })
  void aTerminalIsKnownByItsLink(String leadsTo, String term, boolean is, @TempDir Path folder)
      throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of(leadsTo));
    assertEquals(is, Terminal.isTerminal(link, term));
    assertFalse(Terminal.isTerminal(link, null));
    assertFalse(Terminal.isTerminal(folder, "xterm"));
  }

  @Test
  void withoutATerminalLinesAreLongAndPlain() {
    String line = "word ".repeat(40) + "end";
    assertEquals(List.of(line), Terminal.NONE.wrapped(line, "parallax"));
    assertEquals(80, Terminal.NONE.columns());
    assertFalse(Terminal.NONE.isThere());
    assertFalse(Terminal.NONE.isColoured());
  }

  @Test
  void coloursAreRefusedByTheVariable() {
    assertTrue(Terminal.colours(null));
    assertTrue(Terminal.colours("")); // as no-color.org has it
    assertFalse(Terminal.colours("1"));
  }

  @Test
  void aLittleColourStandsWhereSomethingIsToBeSeen() {
    assertEquals("\033[1mparallax:\033[0m no", Highlights.line("parallax: no"));
    assertEquals("  \033[33mcaution\033[0m   few rows", Highlights.line("  caution   few rows"));
    assertEquals("  \033[31mfailed: 1 of 2\033[0m", Highlights.line("  failed: 1 of 2"));
    assertEquals("  digest 0", Highlights.line("  digest 0"));
    assertEquals("\033[1mtitle\033[0m", Highlights.heading("title"));
  }
}
