package dev.parallax.table.condition;

import dev.parallax.spelling.Spelling;
import dev.parallax.spelling.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a condition: {@code or} of {@code and} of comparisons, negations and brackets. */
final class ConditionParser {
  private static final int DEEPEST = 100;

  private final List<ConditionToken> tokens;
  private int at;
  private int depth;

  ConditionParser(String text) {
    this.tokens = ConditionToken.all(text);
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
    RowTest test = both();
    while (take("or")) {
      test = new RowTest.Either(test, both());
    }
    return test;
  }

  private RowTest both() {
    RowTest test = single();
    while (take("and")) {
      test = new RowTest.Both(test, single());
    }
    return test;
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
    ConditionToken column = here();
    if (!column.isWord()) {
      throw wrong("expected a column");
    }
    at++;
    Optional<Relation> relation =
        Arrays.stream(Relation.values()).filter(r -> here().is(r.sign())).findFirst();
    if (relation.isEmpty()) {
      throw wrong("expected <, <=, >, >=, = or != after '" + column.text() + "'");
    }
    at++;
    ConditionToken value = here();
    if (!value.isWord()) {
      throw wrong("expected a number or a text");
    }
    at++;
    Bound bound = value.quoted() ? new Bound.OfText(value.text(), false) : Bound.of(value.text());
    return new RowTest.Comparison(column.text(), column.position(), relation.get(), bound);
  }

  private ConditionToken here() {
    return tokens.get(at);
  }

  private boolean take(String sign) {
    boolean there = here().is(sign);
    at += there ? 1 : 0;
    return there;
  }

  private IllegalArgumentException wrong(String expected) {
    ConditionToken found = here();
    if (found.isEnd()) {
      return new IllegalArgumentException(Visible.line(expected) + " at the end of the condition");
    }
    String meant =
        found.isWord() && !found.quoted()
            ? Spelling.nearest(found.text(), List.of("and", "or", "not"))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("")
            : "";
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s at position %d of the condition, not '%s'%s",
            Visible.line(expected),
            found.position(),
            Visible.line(found.text()),
            meant));
  }
}
