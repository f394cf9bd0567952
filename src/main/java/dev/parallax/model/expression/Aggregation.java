package dev.parallax.model.expression;

import dev.parallax.lexer.Token;
import dev.parallax.text.Digits;
import dev.parallax.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statistic as formulas: arithmetic of aggregates, each of arithmetic of a row's values, such as
 * {@code sum(w*x)/sum(w)}; or several with a name each, such as {@code cv = sd(x)/mean(x)}, which
 * later ones may use. The arithmetic is that of an {@link Expression}, but nothing is random, there
 * are no texts, and a quotient by 0 and a comparison with what is undefined are undefined.
 */
public final class Aggregation {
  private static final int SHOWN = 60;

  /** What the value of one formula without a name is called. */
  private static final String UNNAMED = "replicate";

  private final List<String> texts;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<String> responses = new ArrayList<>();

  /** What stands within aggregates, in the order of first use. */
  private final Set<String> names = new LinkedHashSet<>();

  private Aggregation(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  /**
   * A statistic of one value, or of several with names.
   *
   * @param texts one formula for each value
   * @throws IllegalArgumentException if one cannot be read or is no statistic, in one line with the
   *     column
   */
  public static Aggregation of(String... texts) {
    if (texts.length == 0) {
      throw new IllegalArgumentException("expression: there is none");
    }
    Aggregation all = new Aggregation(List.of(texts));
    for (String text : texts) {
      all.add(Definition.parse(text, true));
    }
    return all;
  }

  private void add(Definition definition) {
    String name = definition.given().orElse(UNNAMED);
    if (responses.contains(name)) {
      throw new IllegalArgumentException(
          definition.unnamed()
              ? "expression: two have no name; write 'name = ...'"
              : "expression: two give a value '" + Token.shown(name) + "'");
    }
    try {
      if (!checkOutside(definition.expression())) {
        throw new IllegalArgumentException(
            "it has no aggregate of the rows: there is " + String.join(", ", Aggregate.names()));
      }
    } catch (IllegalArgumentException e) {
      throw definition.wrong(e.getMessage());
    }
    definitions.add(definition);
    responses.add(name);
  }

  /** Checks what stands in no aggregate; whether it depends on rows. */
  private boolean checkOutside(Node node) {
    if (node instanceof Node.Aggregated aggregated) {
      List<Node> arguments = aggregated.arguments();
      if (aggregated.aggregate() == Aggregate.QUANTILE) {
        checkProbability(aggregated);
        arguments = arguments.subList(0, 1);
      }
      arguments.forEach(argument -> checkWithin(argument, aggregated));
      return true;
    }
    checkKind(node);
    if (node instanceof Node.Name name && !responses.contains(name.name())) {
      checkConstant(name);
    }
    boolean depends = node instanceof Node.Name name && responses.contains(name.name());
    for (Node part : node.parts()) {
      depends |= checkOutside(part);
    }
    return depends;
  }

  private void checkConstant(Node.Name name) {
    if (!JavaSource.isConstant(name.name())) {
      String shown = Token.shown(name.name());
      String where = " at column " + name.column();
      if (Function.exists(shown) || Aggregate.names().contains(shown)) {
        throw new IllegalArgumentException("function '" + shown + "'" + where + " has no brackets");
      }
      Spelling.nearest(name.name(), responses)
          .ifPresent(
              near -> {
                throw Spelling.unknown("value", shown, where, responses);
              });
      String within = "(" + Notation.written(shown) + ")";
      throw new IllegalArgumentException(
          "'"
              + shown
              + "'"
              + where
              + " stands in no aggregate, and has as many values as there are rows: write mean"
              + within
              + " or sum"
              + within);
    }
  }

  private static void checkProbability(Node.Aggregated quantile) {
    String where = "the p of 'quantile' at column " + quantile.column();
    double p = Smoothness.constant(quantile.arguments().get(1));
    if (Double.isNaN(p)) {
      throw new IllegalArgumentException(where + " is a number, such as 0.9");
    }
    if (p < 0 || p > 1) {
      throw new IllegalArgumentException(where + " lies within 0 .. 1, not " + Digits.shortest(p));
    }
  }

  private void checkWithin(Node node, Node.Aggregated around) {
    if (node instanceof Node.Aggregated inner) {
      throw nested(
          "'" + inner.aggregate() + "' at column " + inner.column(),
          around,
          "; var(x), sd(x), cov(x, y) and corr(x, y) are about the means");
    }
    checkKind(node);
    if (node instanceof Node.Name name) {
      if (responses.contains(name.name())) {
        String value = "'" + Token.shown(name.name()) + "' at column " + name.column();
        throw nested(value + ", a value of all rows,", around, "");
      }
      names.add(name.name());
    }
    node.parts().forEach(part -> checkWithin(part, around));
  }

  private static IllegalArgumentException nested(String what, Node.Aggregated in, String instead) {
    return new IllegalArgumentException(
        what
            + " stands within '"
            + in.aggregate()
            + "' at column "
            + in.column()
            + ": aggregates of aggregates are not supported"
            + instead);
  }

  private static void checkKind(Node node) {
    if (node instanceof Node.Quoted) {
      throw new IllegalArgumentException(
          "the text at column "
              + node.column()
              + " is no number; rows are chosen by texts with --where");
    }
    if (node instanceof Node.Call call && call.function().draws()) {
      throw new IllegalArgumentException(
          "'"
              + call.function().name()
              + "' at column "
              + call.column()
              + " is random, and a statistic is not");
    }
  }

  /** What it is called in a summary: its text, or the names of its values. */
  public String title() {
    String title = texts.size() == 1 ? texts.get(0).strip() : String.join(", ", responses);
    return title.length() <= SHOWN ? title : title.substring(0, SHOWN) + "...";
  }

  /** The formulas as they are written. */
  public List<String> texts() {
    return texts;
  }

  /** The names of its values. */
  public List<String> responses() {
    return List.copyOf(responses);
  }

  /** What it may ask a table for: names within aggregates, some of which may be constants. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /**
   * The columns of a table that it is a statistic of, in the order of first use: its names, but for
   * constants such as {@code pi} of which the table has no column.
   *
   * @param table the names of all of the table's columns
   * @throws IllegalArgumentException if there are none, or if a name has two meanings
   */
  public List<String> columns(List<String> table) {
    for (Definition definition : definitions) {
      definition
          .given()
          .filter(table::contains)
          .ifPresent(
              name -> {
                throw definition.wrong("'" + Token.shown(name) + "' is the name of a column");
              });
      checkHidden(definition, definition.expression(), table);
    }
    Expression.checkNames("column", table, texts);
    List<String> columns =
        names.stream().filter(n -> !JavaSource.isConstant(n) || table.contains(n)).toList();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("expression: it uses no column");
    }
    return columns;
  }

  /** A constant outside of aggregates that has the name of a column could be meant to be that. */
  private static void checkHidden(Definition definition, Node node, List<String> table) {
    if (node instanceof Node.Aggregated) {
      return;
    }
    if (node instanceof Node.Name name
        && JavaSource.isConstant(name.name())
        && table.contains(name.name())) {
      throw definition.wrong(
          "'"
              + name.name()
              + "' at column "
              + name.column()
              + " is a column of the table, and no constant there");
    }
    node.parts().forEach(part -> checkHidden(definition, part, table));
  }

  /**
   * The formulas for columns.
   *
   * @param columns as {@link #columns} gives them
   * @throws IllegalArgumentException if they are too much for a method of Java
   */
  public AggregateFormula over(List<String> columns) {
    return AggregateFormula.of(definitions, responses, columns);
  }
}
