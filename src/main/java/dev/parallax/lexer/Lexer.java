package dev.parallax.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the texts of a language into tokens, in time that grows as they do. Blanks are between
 * tokens; a text stands in quotes, single or double.
 */
public final class Lexer {
  /** The expression of what a language does not have. */
  public static final String NOTHING = "(?!)";

  private static final String BLANKS = " \t\n\u000B\f\r";
  private static final String QUOTES = "'\"`";

  private final Pattern token;
  private final Map<String, String> synonyms;
  private final String place;

  /**
   * A lexer by regular expressions, of which no two match at one place.
   *
   * @param numbers what is a number
   * @param words what is a word, unless it is another way to write a sign
   * @param ticked what is a word whatever it says, between two marks
   * @param signs what is a sign
   * @param synonyms other ways to write signs: what is written, and the sign
   * @param place how a position is called, such as {@code column %d}
   */
  public Lexer(
      String numbers,
      String words,
      String ticked,
      String signs,
      Map<String, String> synonyms,
      String place) {
    this.token =
        Pattern.compile(
            "(?<number>"
                + numbers
                + ")|(?<word>"
                + words
                + ")|(?<ticked>"
                + ticked
                + ")|(?<sign>"
                + signs
                + ")|(?<quoted>\"[^\"]*\"|'[^']*')");
    this.synonyms = synonyms;
    this.place = place;
  }

  /**
   * The tokens of a text, and one for its end.
   *
   * @throws IllegalArgumentException if something in it is none
   */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = token.matcher(text);
    int end = text.stripTrailing().length();
    int at = 0;
    while (at < end) {
      if (BLANKS.indexOf(text.charAt(at)) >= 0) {
        at++;
        continue;
      }
      if (!matcher.region(at, end).lookingAt()) {
        throw unreadable(text, at);
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Token.Kind.END, "", end + 1));
    return tokens;
  }

  private Token token(Matcher matcher) {
    String text = matcher.group();
    int position = matcher.start() + 1;
    if (matcher.group("number") != null) {
      return new Token(Token.Kind.NUMBER, text, position);
    }
    if (matcher.group("ticked") != null || matcher.group("quoted") != null) {
      boolean quoted = matcher.group("quoted") != null;
      String inner = text.substring(1, text.length() - 1);
      return new Token(quoted ? Token.Kind.QUOTED : Token.Kind.WORD, inner, position);
    }
    boolean sign = matcher.group("sign") != null || synonyms.containsKey(text);
    String usual = synonyms.getOrDefault(text, text);
    return new Token(sign ? Token.Kind.SIGN : Token.Kind.WORD, usual, position);
  }

  private IllegalArgumentException unreadable(String text, int at) {
    String sign = Character.toString(text.codePointAt(at));
    String where = String.format(Locale.ROOT, place, at + 1);
    return new IllegalArgumentException(
        QUOTES.contains(sign)
            ? "the quote at " + where + " is not closed"
            : "'" + sign + "' at " + where + " has no meaning");
  }
}
