package dev.parallax.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, a name, a quoted text or a sign of an expression.
 *
 * @param kind which of them
 * @param text a text without its quotes, a sign as it is mostly written
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
  /** More than this is no formula to read; and compilers have limits too. */
  static final int MOST = 2000;

  private static final int SHOWN = 40;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|`(?<ticked>[^`]+)`"
              + "|'(?<single>[^']*)'|\"(?<double>[^\"]*)\""
              + "|(?<sign>\\*\\*|[<>=!]=|&&|\\|\\||[-+*/%^<>=!?:,()]))");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Map<String, String> SYNONYMS =
      Map.of("**", "^", "and", "&&", "or", "||", "not", "not");

  /** What there is in an expression. */
  enum Kind {
    NUMBER,
    NAME,
    QUOTED,
    SIGN,
    END
  }

  /**
   * The tokens of a text, and one for its end.
   *
   * @throws IllegalArgumentException if something in it is none, or they are too many
   */
  static List<Token> all(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int at = 0;
    while (at < end) {
      if (!matcher.region(at, end).lookingAt()) {
        throw unreadable(text, at);
      }
      tokens.add(of(matcher));
      if (tokens.size() > MOST) {
        throw new IllegalArgumentException(
            "it has more than " + MOST + " numbers, names and signs: make it several");
      }
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", end + 1));
    return tokens;
  }

  private static Token of(Matcher matcher) {
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number"), matcher.start("number") + 1);
    }
    if (matcher.group("ticked") != null) {
      return new Token(Kind.NAME, matcher.group("ticked"), matcher.start("ticked"));
    }
    if (matcher.group("name") != null) {
      String name = matcher.group("name");
      String sign = SYNONYMS.get(name);
      Kind kind = sign == null ? Kind.NAME : Kind.SIGN;
      return new Token(kind, sign == null ? name : sign, matcher.start("name") + 1);
    }
    if (matcher.group("sign") != null) {
      String sign = matcher.group("sign");
      return new Token(Kind.SIGN, SYNONYMS.getOrDefault(sign, sign), matcher.start("sign") + 1);
    }
    String group = matcher.group("single") == null ? "double" : "single";
    return new Token(Kind.QUOTED, matcher.group(group), matcher.start(group));
  }

  private static IllegalArgumentException unreadable(String text, int from) {
    int at = from;
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String sign = Character.toString(text.codePointAt(at));
    boolean quote = "'\"`".contains(sign);
    return new IllegalArgumentException(
        quote
            ? "the quote at column " + (at + 1) + " is not closed"
            : "'" + sign + "' at column " + (at + 1) + " has no meaning");
  }

  /** Whether a name can stand in an expression as it is. */
  static boolean isWord(String name) {
    return WORD.matcher(name).matches() && !SYNONYMS.containsKey(name);
  }

  /** A name as it is written in an expression. */
  static String written(String name) {
    return isWord(name) ? name : "`" + name + "`";
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

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** The token as a complaint names it, with its place. */
  String shown() {
    return kind == Kind.END ? "the end" : "'" + shown(text) + "' at column " + column;
  }

  /** A text that is not longer than a line has room for. */
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
