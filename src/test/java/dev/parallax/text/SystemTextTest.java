package dev.parallax.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not pass between this process and the system, as the locale has no letters for it. */
class SystemTextTest {
  private static final String HINT = "; set LC_ALL=C.UTF-8";

  @ParameterizedTest
  @ValueSource(strings = {"größe.csv", "é", "測定", "\uD83D\uDE00", "a\u0085b", "\uFFFD"})
  void lettersThatTheLocaleDoesNotHave(String text) {
    assertEquals(
        Optional.of("has letters that are not in the locale's US-ASCII" + HINT),
        SystemText.of(US_ASCII).obstacle(text));
    assertEquals(Optional.empty(), SystemText.of(UTF_8).obstacle(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a\nb\u001B", "~`'\"\\"})
  void othersPass(String text) {
    assertEquals(Optional.empty(), SystemText.of(US_ASCII).obstacle(text));
    assertDoesNotThrow(() -> SystemText.of(US_ASCII).checkUnderstood("the argument", text));
  }

  @Test
  void aLocaleMayHaveSomeLetters() {
    assertEquals(Optional.empty(), SystemText.of(ISO_8859_1).obstacle("größe"));
    assertEquals(
        Optional.of("has letters that are not in the locale's ISO-8859-1" + HINT),
        SystemText.of(ISO_8859_1).obstacle("\u03BC"));
  }

  @Test
  void halfAPairIsNoLetter() {
    assertEquals(
        Optional.of("has half of a surrogate pair"), SystemText.of(UTF_8).obstacle("a\uD800"));
  }

  @Test
  void whatWasNotUnderstoodIsRefused() {
    IllegalArgumentException ascii =
        assertThrows(
            IllegalArgumentException.class,
            () -> SystemText.of(US_ASCII).checkUnderstood("the argument", "gr\uFFFD\uFFFDe"));
    assertEquals(
        "the argument 'gr\uFFFD\uFFFDe' has letters that are not in the locale's US-ASCII" + HINT,
        ascii.getMessage());
    IllegalArgumentException utf =
        assertThrows(
            IllegalArgumentException.class,
            () -> SystemText.of(UTF_8).checkUnderstood("the current folder", "/r\uFFFD"));
    assertEquals(
        "the current folder '/r\uFFFD' has bytes that are no letters in UTF-8", utf.getMessage());
  }
}
