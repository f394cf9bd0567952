package dev.parallax.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What acts or hides is shown; all else stays as it is. */
class VisibleTest {
  private static String shown(int point) {
    StringBuilder all = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      all.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 9, 0xA, 0xD, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x9F, 0xAD, 0x61C, 0x115F, 0x180E,
        0x200B, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069,
        0x3164, 0xD800, 0xDFFF, 0xFDD0, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0041,
        0xE007F, 0xE0100, 0x10FFFF
      })
  void whatActsIsShown(int point) {
    String text = "a" + Character.toString(point) + "b";
    assertEquals("a" + shown(point) + "b", Visible.line(text));
    assertFalse(Visible.isPlain(text));
    String kept = point == '\n' || point == '\t' ? text : "a" + shown(point) + "b";
    assertEquals(kept, Visible.lines(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain ~ text \\u001b",
        "\u00A0\u00E9\u03BC\u202F\u2026",
        "\u05E9\u05DC\u05D5\u05DD \u0633\u0644\u0627\u0645 \u6E2C\u5B9A",
        "\uD83D\uDE00 \u2764\uFE0F",
        "\uD834\uDD1E"
      })
  void othersStayTheSame(String text) {
    assertSame(text, Visible.line(text));
    assertTrue(Visible.isPlain(text));
  }

  @Test
  void nothingThatActsIsLeftOfAnyText() {
    StringBuilder all = new StringBuilder();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      all.appendCodePoint(point).append(' ');
    }
    Visible.line(all.toString())
        .codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              assertTrue(
                  type != Character.CONTROL
                      && type != Character.SURROGATE
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR,
                  () -> Integer.toHexString(point));
              byte direction = Character.getDirectionality(point);
              assertFalse(
                  direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                          && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT
                      || direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                  () -> Integer.toHexString(point));
            });
  }

  @Test
  void shownTwiceIsShownOnce() {
    String once = Visible.line("\u001B]52;c;aGk=\u0007\u202E");
    assertEquals("\\u001b]52;c;aGk=\\u0007\\u202e", once);
    assertSame(once, Visible.line(once));
  }
}
