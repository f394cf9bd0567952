package dev.parallax.table.condition;

import dev.parallax.lexer.Lexer;
import dev.parallax.lexer.Token;
import dev.parallax.text.Spelling;
import dev.parallax.text.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads a condition: {@code or} of {@code and} of comparisons, negations and brackets. */
final class ConditionParser {
  private static final int DEEPEST = 100;
  private static final List<String> WORDS = List.of("and", "or", "not");
  private static final Lexer LEXER =
      new Lexer(
          Lexer.NOTHING,
          "[^\\s<>=!()\"'&|]+",
          Lexer.NOTHING,
          "[<>=!]=|<>|[<>=()]|&&|\\|\\|",
          synonyms(),
          "position %d of the condition");

  private final List<Token> tokens;
  private int at;
  private int depth;

  ConditionParser(String text) {
    this.tokens = LEXER.tokens(text);
  }

  private static Map<String, String> synonyms() {
    Map<String, String> synonyms = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    synonyms.putAll(Map.of("==", "=", "<>", "!=", "&&", "and", "||", "or"));
    WORDS.forEach(word -> synonyms.put(word, word));
    return synonyms;
  }

  RowTest parse() {
    if (tokens.size() == 1) {
      throw new IllegalArgumentException("the condition is empty");
    }
    RowTest test = either();
    if (!here().isEnd()) {
      boolean bracket = here().is(")");
      throw wrong(bracket ? "a bracket closes that was not opened" : "expected 'and' or 'or'");
    }
    return test;
  }

  private RowTest either() {
    return several("or", this::both);
  }

  private RowTest both() {
    return several("and", this::single);
  }

  private RowTest several(String sign, Supplier<RowTest> each) {
    List<RowTest> tests = new ArrayList<>(List.of(each.get()));
    while (take(sign)) {
      tests.add(each.get());
    }
    return tests.size() == 1 ? tests.get(0) : new RowTest.Several(sign.equals("and"), tests);
  }

  private RowTest single() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("the condition has more than 100 brackets and nots");
    }
    RowTest test;
    if (take("not")) {
      test = new RowTest.Not(single());
    } else if (take("(")) {
      test = either();
      if (!take(")")) {
        throw wrong("expected 'and', 'or' or ')'");
      }
    } else {
      test = comparison();
    }
    depth--;
    return test;
  }

  private RowTest comparison() {
    Token column = here();
    if (!isOperand(column)) {
      throw wrong("expected a column");
    }
    at++;
    Optional<Relation> relation =
        Arrays.stream(Relation.values()).filter(r -> here().is(r.sign())).findFirst();
    if (relation.isEmpty()) {
      throw wrong("expected <, <=, >, >=, = or != after '" + Token.shown(column.text()) + "'");
    }
    at++;
    Token value = here();
    if (!isOperand(value)) {
      throw wrong("expected a number or a text");
    }
    at++;
    Bound bound =
        value.kind() == Token.Kind.QUOTED
            ? new Bound.OfText(value.text(), false)
            : Bound.of(value.text());
    return new RowTest.Comparison(column.text(), column.position(), relation.get(), bound);
  }

  private static boolean isOperand(Token token) {
    return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
  }

  private Token here() {
    return tokens.get(at);
  }

  private boolean take(String sign) {
    boolean there = here().is(sign);
    at += there ? 1 : 0;
    return there;
  }

  private IllegalArgumentException wrong(String expected) {
    Token found = here();
    if (found.isEnd()) {
      return new IllegalArgumentException(Visible.line(expected) + " at the end of the condition");
    }
    String meant =
        found.kind() == Token.Kind.WORD
            ? Spelling.nearest(found.text(), WORDS)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("")
            : "";
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s at position %d of the condition, not '%s'%s",
            Visible.line(expected),
            found.position(),
            Visible.line(Token.shown(found.text())),
            meant));
  }
}
