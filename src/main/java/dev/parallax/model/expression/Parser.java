package dev.parallax.model.expression;

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

  private final List<Token> tokens;
  private int at;
  private int depth;

  Parser(String text) {
    this.tokens = Token.all(text);
  }

  /** The name of what is defined, in {@code name = ...}. */
  Optional<String> name() {
    if (here().kind() != Token.Kind.NAME || !tokens.get(1).is("=")) {
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
    if (here().kind() == Token.Kind.END) {
      throw new IllegalArgumentException("it is empty");
    }
    Node all = expression(0);
    if (here().kind() != Token.Kind.END) {
      throw unexpected();
    }
    return all;
  }

  /** The longest expression here whose operators bind at least so strongly. */
  private Node expression(int least) {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException(
          "it is nested more than " + DEEPEST + " deep at column " + here().column());
    }
    Node left = prefixed();
    for (int binding = binding(); binding >= Math.max(1, least); binding = binding()) {
      Token sign = next();
      Node right = expression(binding == POWER ? POWER : binding + 1);
      left = new Node.Infixed(sign.text(), left, right, sign.column());
      if (binding == COMPARISON && binding() == COMPARISON) {
        throw new IllegalArgumentException(
            here().shown() + " compares a comparison: write a < b && b < c");
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
      throw here().kind() == Token.Kind.END
          ? new IllegalArgumentException(sign.shown() + " has no ':'")
          : unexpected();
    }
    return new Node.Choice(condition, yes, expression(0), sign.column());
  }

  private Node prefixed() {
    Token sign = here();
    if (take("not")) {
      return new Node.Prefixed("!", expression(NEGATION), sign.column());
    }
    if (take("-") || take("!")) {
      return new Node.Prefixed(sign.text(), expression(POWER), sign.column());
    }
    return take("+") ? expression(POWER) : operand();
  }

  private Node operand() {
    Token token = next();
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case QUOTED -> new Node.Quoted(token.text(), token.column());
      case NAME -> here().is("(") ? call(token) : name(token);
      case SIGN, END -> {
        if (!token.is("(")) {
          throw new IllegalArgumentException("a value is missing before " + token.shown());
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
      throw new IllegalArgumentException(token.shown() + " is too large a number");
    }
    NumberText.rounded(token.text(), value)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(token.shown() + " is " + why);
            });
    return new Node.Constant(value, token.column());
  }

  private static Node name(Token token) {
    return new Node.Name(token.text(), token.column());
  }

  private Node call(Token name) {
    Token bracket = next();
    List<Node> arguments = new ArrayList<>();
    if (!here().is(")")) {
      do {
        arguments.add(expression(0));
      } while (take(","));
    }
    close(bracket);
    Function function = Function.find(name, arguments.size());
    return function.name().equals("if")
        ? new Node.Choice(arguments.get(0), arguments.get(1), arguments.get(2), name.column())
        : new Node.Call(function, List.copyOf(arguments), name.column());
  }

  private void close(Token bracket) {
    if (here().kind() == Token.Kind.END) {
      throw new IllegalArgumentException(bracket.shown() + " is not closed");
    }
    if (!take(")")) {
      throw unexpected();
    }
  }

  /** What follows where an expression could have ended. */
  private IllegalArgumentException unexpected() {
    Token found = here();
    if (found.is(")")) {
      return new IllegalArgumentException(found.shown() + " closes nothing");
    }
    if (found.is("=")) {
      return new IllegalArgumentException(found.shown() + " does not compare: write ==");
    }
    boolean sign = found.kind() == Token.Kind.SIGN && !found.is("(");
    return new IllegalArgumentException(
        sign
            ? found.shown() + " has no place there"
            : "an operator is missing before " + found.shown());
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
