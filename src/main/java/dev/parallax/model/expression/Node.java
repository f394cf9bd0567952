package dev.parallax.model.expression;

import java.util.List;

/** A part of an expression. */
sealed interface Node {

  /** Where it begins, or where its operator stands, from 1. */
  int column();

  /** A number as written. */
  record Constant(double value, int column) implements Node {}

  /** A text in quotes. */
  record Quoted(String text, int column) implements Node {}

  /** A parameter, an earlier response or a constant with a name. */
  record Name(String name, int column) implements Node {}

  /** {@code -} or {@code !} of something. */
  record Prefixed(String sign, Node operand, int column) implements Node {}

  /** Two operands with a sign between them. */
  record Infixed(String sign, Node left, Node right, int column) implements Node {}

  /** {@code condition ? yes : no}; only one of both is evaluated. */
  record Choice(Node condition, Node yes, Node no, int column) implements Node {}

  /** A function of arguments. */
  record Call(Function function, List<Node> arguments, int column) implements Node {}
}
