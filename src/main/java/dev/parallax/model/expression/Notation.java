package dev.parallax.model.expression;

import dev.parallax.lexer.Lexer;
import dev.parallax.lexer.Token;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How expressions are written: numbers, names, quoted texts and signs. */
final class Notation {
  /** More than this is no formula to read; and compilers have limits too. */
  static final int MOST = 2000;

  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";
  private static final Pattern WORD = Pattern.compile(NAME);
  private static final Map<String, String> SYNONYMS =
      Map.of("**", "^", "and", "&&", "or", "||", "not", "not");
  private static final Lexer LEXER =
      new Lexer(
          "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?",
          NAME,
          "`[^`]+`",
          "\\*\\*|[<>=!]=|&&|\\|\\||[-+*/%^<>=!?:,()]",
          SYNONYMS,
          "column %d");

  private Notation() {}

  /**
   * The tokens of a text, and one for its end.
   *
   * @param most how many there may be
   * @throws IllegalArgumentException if something in it is none, or they are too many
   */
  static List<Token> tokens(String text, int most) {
    List<Token> tokens = LEXER.tokens(text);
    if (tokens.size() > most + 1) {
      throw new IllegalArgumentException(
          "it has more than " + most + " numbers, names and signs: make it several");
    }
    return tokens;
  }

  /** A name as it is written in an expression. */
  static String written(String name) {
    return isWord(name) ? name : "`" + name + "`";
  }

  private static boolean isWord(String name) {
    return WORD.matcher(name).matches() && !SYNONYMS.containsKey(name);
  }

  /** Whether a name that is no word stands in a text as if it were one. */
  static boolean isMistaken(String name, String text) {
    String plain = text.replaceAll("`[^`]*`|'[^']*'|\"[^\"]*\"", " ");
    return !SYNONYMS.containsKey(name)
        && !isWord(name)
        && name.chars().anyMatch(Character::isLetter)
        && Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
            .matcher(plain)
            .find();
  }

  /** The token as a complaint names it, with its place. */
  static String shown(Token token) {
    return token.isEnd()
        ? "the end"
        : "'" + Token.shown(token.text()) + "' at column " + token.position();
  }
}
