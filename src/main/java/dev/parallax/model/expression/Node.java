package dev.parallax.model.expression;

import java.util.List;
import java.util.function.UnaryOperator;

/** A part of an expression. */
sealed interface Node {

  /** Where it begins, or where its operator stands, from 1. */
  int column();

  /** The parts that it is made of, from left to right. */
  default List<Node> parts() {
    return List.of();
  }

  /** The same of other parts. */
  default Node of(UnaryOperator<Node> change) {
    return this;
  }

  /** A number as written. */
  record Constant(double value, int column) implements Node {}

  /** A text in quotes. */
  record Quoted(String text, int column) implements Node {}

  /** A parameter, an earlier response or a constant with a name. */
  record Name(String name, int column) implements Node {}

  /** {@code -} or {@code !} of something. */
  record Prefixed(String sign, Node operand, int column) implements Node {
    @Override
    public List<Node> parts() {
      return List.of(operand);
    }

    @Override
    public Node of(UnaryOperator<Node> change) {
      return new Prefixed(sign, change.apply(operand), column);
    }
  }

  /** Two operands with a sign between them. */
  record Infixed(String sign, Node left, Node right, int column) implements Node {
    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }

    @Override
    public Node of(UnaryOperator<Node> change) {
      return new Infixed(sign, change.apply(left), change.apply(right), column);
    }
  }

  /** {@code condition ? yes : no}; only one of both is evaluated. */
  record Choice(Node condition, Node yes, Node no, int column) implements Node {
    @Override
    public List<Node> parts() {
      return List.of(condition, yes, no);
    }

    @Override
    public Node of(UnaryOperator<Node> change) {
      return new Choice(change.apply(condition), change.apply(yes), change.apply(no), column);
    }
  }

  /** A function of arguments. */
  record Call(Function function, List<Node> arguments, int column) implements Node {
    @Override
    public List<Node> parts() {
      return arguments;
    }

    @Override
    public Node of(UnaryOperator<Node> change) {
      return new Call(function, arguments.stream().map(change).toList(), column);
    }
  }

  /**
   * What is made of the values of all rows.
   *
   * @param written the arguments as they are written
   */
  record Aggregated(Aggregate aggregate, List<Node> arguments, List<String> written, int column)
      implements Node {
    @Override
    public List<Node> parts() {
      return arguments;
    }
  }
}
