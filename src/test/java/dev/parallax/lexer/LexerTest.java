package dev.parallax.lexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LexerTest {
  private static final Lexer LEXER =
      new Lexer(
          "\\d+", "[a-z]+", "`[^`]+`", "<=|[-<]", Map.of("less", "<", "max", "-"), "letter %d");
  private static final Lexer WORDS =
      new Lexer(Lexer.NOTHING, "[^\\s<'\"]+", Lexer.NOTHING, "<", Map.of(), "letter %d");

  private static Token token(Token.Kind kind, String text, int position) {
    return new Token(kind, text, position);
  }

  @Test
  void eachKindHasItsPlace() {
    assertEquals(
        List.of(
            token(Token.Kind.WORD, "ab", 2),
            token(Token.Kind.SIGN, "<=", 4),
            token(Token.Kind.NUMBER, "12", 7),
            token(Token.Kind.WORD, "less", 9),
            token(Token.Kind.SIGN, "<", 16),
            token(Token.Kind.QUOTED, "", 20),
            token(Token.Kind.QUOTED, "it's", 23),
            token(Token.Kind.END, "", 29)),
        LEXER.tokens(" ab<= 12`less` less''\t\"it's\"\n "));
  }

  @Test
  void aLanguageMayHaveWordsOnly() {
    assertEquals(
        List.of(
            token(Token.Kind.WORD, "`1-b", 1),
            token(Token.Kind.SIGN, "<", 6),
            token(Token.Kind.END, "", 7)),
        WORDS.tokens("`1-b <"));
    assertEquals(List.of(token(Token.Kind.END, "", 1)), WORDS.tokens(" \n\f"));
  }

  @Test
  void whatHasNoMeaningIsShownWithItsPlace() {
    assertEquals("'\uD83D\uDE00' at letter 4 has no meaning", complaint("a  \uD83D\uDE00 b"));
    assertEquals("'\u2003' at letter 2 has no meaning", complaint("a\u2003b"));
    assertEquals("the quote at letter 3 is not closed", complaint("a 'b"));
    assertEquals("the quote at letter 1 is not closed", complaint("`a"));
  }

  private static String complaint(String text) {
    return assertThrows(IllegalArgumentException.class, () -> LEXER.tokens(text)).getMessage();
  }

  /** A hundred times as long as what would take minutes if it were looked at again and again. */
  @Test
  @Timeout(30)
  void longTextsTakeTimeAsTheyAreLong() {
    int size = 4 << 20;
    assertEquals(size + 1, LEXER.tokens("a ".repeat(size)).size());
    assertEquals(2, LEXER.tokens(" ".repeat(size) + "a" + " ".repeat(size)).size());
    assertEquals(2, LEXER.tokens("'" + "a".repeat(size) + "'").size());
    assertTrue(complaint("a ".repeat(size) + "'" + "b ".repeat(size)).endsWith("is not closed"));
  }

  @Test
  void aLongTextIsShownByItsBeginning() {
    assertEquals("a".repeat(40), Token.shown("a".repeat(40)));
    assertEquals("a".repeat(40) + "...", Token.shown("a".repeat(41)));
  }
}
