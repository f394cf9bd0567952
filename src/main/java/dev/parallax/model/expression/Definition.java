package dev.parallax.model.expression;

import dev.parallax.lexer.Token;
import dev.parallax.text.Visible;
import java.util.Optional;

/**
 * A value's name, if it is given one, and what it is.
 *
 * @param given the name in {@code name = ...}
 * @param expression what stands behind it
 */
record Definition(Optional<String> given, Node expression) {

  /**
   * Reads a definition.
   *
   * @param aggregates whether aggregates of rows may stand in it
   * @throws IllegalArgumentException if it is none, with the column
   */
  static Definition parse(String text, boolean aggregates) {
    Optional<String> name = Optional.empty();
    try {
      Parser parser = new Parser(text, aggregates);
      name = parser.name();
      return new Definition(name, parser.parse());
    } catch (IllegalArgumentException e) {
      throw wrong(name, e.getMessage());
    }
  }

  boolean unnamed() {
    return given.isEmpty();
  }

  IllegalArgumentException wrong(String what) {
    return wrong(given, what);
  }

  private static IllegalArgumentException wrong(Optional<String> name, String what) {
    String which = name.map(given -> " " + Token.shown(given)).orElse("");
    return new IllegalArgumentException("expression" + which + ": " + Visible.line(what));
  }
}
