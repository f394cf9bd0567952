package dev.parallax.lexer;

/**
 * A number, a word, a quoted text or a sign.
 *
 * @param kind which of them
 * @param text what stands between quotes, a sign as it is mostly written
 * @param position where it begins, from 1
 */
public record Token(Kind kind, String text, int position) {
  private static final int SHOWN = 40;

  /** What there is in a text. */
  public enum Kind {
    /** A number, where a language tells it from words. */
    NUMBER,
    /** A name or another word. */
    WORD,
    /** A text in quotes. */
    QUOTED,
    /** A sign, or a word that is one. */
    SIGN,
    /** What follows the last of them. */
    END
  }

  /** Whether it is this sign. */
  public boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether nothing follows. */
  public boolean isEnd() {
    return kind == Kind.END;
  }

  /** A text that is not longer than a line has room for. */
  public static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
