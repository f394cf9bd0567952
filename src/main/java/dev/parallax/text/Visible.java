package dev.parallax.text;

/**
 * Texts in which nothing acts on the terminal, the page or the picture that shows them. What does,
 * or cannot be seen and so can deceive, is written as in JSON, such as {@code \\u001b}: control
 * characters, marks of writing direction, separators of lines, characters without width, tags,
 * variation selectors beyond the first sixteen, noncharacters, and halves of surrogate pairs.
 */
public final class Visible {
  /** Pairs of the first and the last of each range; the same whatever Unicode this Java knows. */
  private static final int[] HIDDEN = {
    0x0000, 0x001F, // C0
    0x007F, 0x009F, // DEL and C1
    0x00AD, 0x00AD, // soft hyphen
    0x034F, 0x034F, // grapheme joiner
    0x061C, 0x061C, // Arabic letter mark
    0x115F, 0x1160, // Hangul fillers
    0x17B4, 0x17B5, // Khmer vowels without a shape
    0x180B, 0x180F, // Mongolian selectors
    0x200B, 0x200F, // without width; marks of direction
    0x2028, 0x202E, // separators; embeddings and overrides
    0x2060, 0x206F, // invisible operators; isolates
    0x2800, 0x2800, // Braille without dots
    0x3164, 0x3164, // Hangul filler
    0xD800, 0xDFFF, // halves of pairs
    0xFDD0, 0xFDEF, // noncharacters
    0xFEFF, 0xFEFF, // byte-order mark
    0xFFA0, 0xFFA0, // Hangul filler, halfwidth
    0xFFF0, 0xFFFB, // annotations
    0xFFFE, 0xFFFF, // noncharacters
    0x1BCA0, 0x1BCA3, // shorthand controls
    0x1D173, 0x1D17A, // musical controls
    0xE0000, 0xE0FFF, // tags and variation selectors
  };

  private Visible() {}

  /** A text of one line: its line ends and tabs are written out too. */
  public static String line(String text) {
    return of(text, false);
  }

  /** A text of several lines: line feeds and tabs stay as they are. */
  public static String lines(String text) {
    return of(text, true);
  }

  /** Whether nothing is hidden in a text of one line. */
  public static boolean isPlain(String text) {
    return firstHidden(text, false) == text.length();
  }

  private static String of(String text, boolean laidOut) {
    int first = firstHidden(text, laidOut);
    if (first == text.length()) {
      return text;
    }
    StringBuilder all = new StringBuilder(text.length() + 32).append(text, 0, first);
    for (int at = first; at < text.length(); ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!isHidden(point, laidOut)) {
        all.appendCodePoint(point);
      } else {
        for (; at < next; at++) {
          escape(text.charAt(at), all);
        }
      }
      at = next;
    }
    return all.toString();
  }

  private static int firstHidden(String text, boolean laidOut) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (isHidden(point, laidOut)) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static void escape(char unit, StringBuilder all) {
    all.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      all.append(Character.forDigit((unit >> shift) & 0xF, 16));
    }
  }

  private static boolean isHidden(int point, boolean laidOut) {
    if (point < ' ') {
      return !laidOut || (point != '\n' && point != '\t');
    }
    if (point < 0x7F || (point & 0xFFFE) == 0xFFFE) {
      return point > 0x7F;
    }
    for (int range = 0; range < HIDDEN.length && HIDDEN[range] <= point; range += 2) {
      if (point <= HIDDEN[range + 1]) {
        return true;
      }
    }
    return false;
  }
}
