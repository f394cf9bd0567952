package dev.parallax.model.expression;

import dev.parallax.lexer.Token;
import dev.parallax.model.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression, by precedence climbing. From what binds weakest: {@code ?:}, {@code ||},
 * {@code &&}, {@code not}, comparisons, {@code + -}, {@code * / %}, the signs {@code - + !}, and
 * {@code ^}, whose exponent may have a sign: {@code -x^2} is {@code -(x^2)}, {@code 2^3^2} is
 * {@code 2^(3^2)}.
 */
final class Parser {
  private static final int DEEPEST = 100;

  /** That of a statistic is gone through many times, part by part. */
  private static final int MOST_OF_STATISTIC = 400;

  private static final int NEGATION = 3;
  private static final int COMPARISON = 4;
  private static final int POWER = 8;
  private static final Map<String, Integer> BINDING =
      Map.ofEntries(
          Map.entry("||", 1),
          Map.entry("&&", 2),
          Map.entry("<", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("==", COMPARISON),
          Map.entry("!=", COMPARISON),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("%", 6),
          Map.entry("^", POWER));

  private final String text;
  private final boolean aggregates;
  private final List<Token> tokens;
  private int at;
  private int depth;

  /**
   * Of a text.
   *
   * @param aggregates whether aggregates of rows may stand in it
   */
  Parser(String text, boolean aggregates) {
    this.text = text;
    this.aggregates = aggregates;
    this.tokens = Notation.tokens(text, aggregates ? MOST_OF_STATISTIC : Notation.MOST);
  }

  /** The name of what is defined, in {@code name = ...}. */
  Optional<String> name() {
    if (here().kind() != Token.Kind.WORD || !tokens.get(1).is("=")) {
      return Optional.empty();
    }
    String name = here().text();
    at += 2;
    return Optional.of(name);
  }

  /**
   * The expression.
   *
   * @throws IllegalArgumentException if it is none, with the column
   */
  Node parse() {
    if (here().isEnd()) {
      throw new IllegalArgumentException("it is empty");
    }
    Node all = expression(0);
    if (!here().isEnd()) {
      throw unexpected();
    }
    return all;
  }

  /** The longest expression here whose operators bind at least so strongly. */
  private Node expression(int least) {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException(
          "it is nested more than " + DEEPEST + " deep at column " + here().position());
    }
    Node left = prefixed();
    for (int binding = binding(); binding >= Math.max(1, least); binding = binding()) {
      Token sign = next();
      Node right = expression(binding == POWER ? POWER : binding + 1);
      left = new Node.Infixed(sign.text(), left, right, sign.position());
      if (binding == COMPARISON && binding() == COMPARISON) {
        throw new IllegalArgumentException(
            Notation.shown(here()) + " compares a comparison: write a < b && b < c");
      }
    }
    if (least == 0 && here().is("?")) {
      left = choice(left);
    }
    depth--;
    return left;
  }

  private Node choice(Node condition) {
    Token sign = next();
    Node yes = expression(0);
    if (!take(":")) {
      throw here().isEnd()
          ? new IllegalArgumentException(Notation.shown(sign) + " has no ':'")
          : unexpected();
    }
    return new Node.Choice(condition, yes, expression(0), sign.position());
  }

  private Node prefixed() {
    Token sign = here();
    if (take("not")) {
      return new Node.Prefixed("!", expression(NEGATION), sign.position());
    }
    if (take("-") || take("!")) {
      return new Node.Prefixed(sign.text(), expression(POWER), sign.position());
    }
    return take("+") ? expression(POWER) : operand();
  }

  private Node operand() {
    Token token = next();
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case QUOTED -> new Node.Quoted(token.text(), token.position());
      case WORD -> here().is("(") ? call(token) : name(token);
      case SIGN, END -> {
        if (!token.is("(")) {
          throw new IllegalArgumentException("a value is missing before " + Notation.shown(token));
        }
        Node inner = expression(0);
        close(token);
        yield inner;
      }
    };
  }

  private static Node number(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(Notation.shown(token) + " is too large a number");
    }
    NumberText.rounded(token.text(), value)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(Notation.shown(token) + " is " + why);
            });
    return new Node.Constant(value, token.position());
  }

  private static Node name(Token token) {
    return new Node.Name(token.text(), token.position());
  }

  private Node call(Token name) {
    Token bracket = next();
    List<Node> arguments = new ArrayList<>();
    List<String> written = new ArrayList<>();
    if (!here().is(")")) {
      do {
        int from = here().position();
        arguments.add(expression(0));
        written.add(text.substring(from - 1, here().position() - 1).strip());
      } while (take(","));
    }
    close(bracket);
    if (aggregates) {
      Optional<Aggregate> aggregate = Aggregate.find(name, arguments.size());
      if (aggregate.isPresent()) {
        return new Node.Aggregated(
            aggregate.get(), List.copyOf(arguments), List.copyOf(written), name.position());
      }
    }
    return called(name, arguments);
  }

  private Node called(Token name, List<Node> arguments) {
    List<String> others = aggregates ? Aggregate.names() : List.of();
    Function function = Function.find(name, arguments.size(), others);
    return function.name().equals("if")
        ? new Node.Choice(arguments.get(0), arguments.get(1), arguments.get(2), name.position())
        : new Node.Call(function, List.copyOf(arguments), name.position());
  }

  private void close(Token bracket) {
    if (here().isEnd()) {
      throw new IllegalArgumentException(Notation.shown(bracket) + " is not closed");
    }
    if (!take(")")) {
      throw unexpected();
    }
  }

  /** What follows where an expression could have ended. */
  private IllegalArgumentException unexpected() {
    Token found = here();
    if (found.is(")")) {
      return new IllegalArgumentException(Notation.shown(found) + " closes nothing");
    }
    if (found.is("=")) {
      return new IllegalArgumentException(Notation.shown(found) + " does not compare: write ==");
    }
    boolean sign = found.kind() == Token.Kind.SIGN && !found.is("(");
    return new IllegalArgumentException(
        sign
            ? Notation.shown(found) + " has no place there"
            : "an operator is missing before " + Notation.shown(found));
  }

  /** How strongly the operator here binds; 0 if there is none. */
  private int binding() {
    return here().kind() == Token.Kind.SIGN ? BINDING.getOrDefault(here().text(), 0) : 0;
  }

  private Token here() {
    return tokens.get(at);
  }

  /** Goes on to the next token; the last one stays. */
  private Token next() {
    Token token = here();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private boolean take(String sign) {
    boolean there = here().is(sign);
    at += there ? 1 : 0;
    return there;
  }
}
