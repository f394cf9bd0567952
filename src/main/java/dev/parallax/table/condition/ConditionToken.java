package dev.parallax.table.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a sign of a condition.
 *
 * @param kind which of them
 * @param text the word without its quotes, or the sign as it is mostly written
 * @param position where it begins, from 1
 */
record ConditionToken(Kind kind, String text, int position) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*+(?:(?<sign>[<>=!]=|<>|[<>=()]|&&|\\|\\|)|\"(?<double>[^\"]*)\"|'(?<single>[^']*)'"
              + "|(?<word>[^\\s<>=!()\"'&|]+))");
  private static final Map<String, String> SYNONYMS =
      Map.of("==", "=", "<>", "!=", "&&", "and", "||", "or");

  /** What there is in a condition. */
  enum Kind {
    SIGN,
    WORD,
    QUOTED,
    END
  }

  /** The tokens of a text, and one for its end. */
  static List<ConditionToken> all(String text) {
    List<ConditionToken> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int at = 0;
    while (at < end) {
      if (!matcher.region(at, end).lookingAt()) {
        throw unreadable(text, at);
      }
      tokens.add(of(matcher));
      at = matcher.end();
    }
    tokens.add(new ConditionToken(Kind.END, "", end + 1));
    return tokens;
  }

  private static ConditionToken of(Matcher matcher) {
    String sign = matcher.group("sign");
    if (sign != null) {
      String usual = SYNONYMS.getOrDefault(sign, sign);
      return new ConditionToken(Kind.SIGN, usual, matcher.start("sign") + 1);
    }
    String word = matcher.group("word");
    if (word != null) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean keyword = List.of("and", "or", "not").contains(lower);
      int position = matcher.start("word") + 1;
      return new ConditionToken(keyword ? Kind.SIGN : Kind.WORD, keyword ? lower : word, position);
    }
    String group = matcher.group("double") == null ? "single" : "double";
    return new ConditionToken(Kind.QUOTED, matcher.group(group), matcher.start(group));
  }

  private static IllegalArgumentException unreadable(String text, int from) {
    int at = from;
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    char c = text.charAt(at);
    String what = c == '"' || c == '\'' ? "a quote is not closed" : "'" + c + "' has no meaning";
    return new IllegalArgumentException(what + " at position " + (at + 1) + " of the condition");
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  boolean quoted() {
    return kind == Kind.QUOTED;
  }

  boolean isEnd() {
    return kind == Kind.END;
  }
}
