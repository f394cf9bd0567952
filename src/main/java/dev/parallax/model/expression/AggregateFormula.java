package dev.parallax.model.expression;

import dev.parallax.model.Expansion;
import dev.parallax.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The formulas of an {@link Aggregation} for columns, taken apart: arguments, which have a value in
 * each row; terms, aggregates of these, each of which is in it once however often it is written;
 * and what is made of the terms. Both arithmetics are compiled. Shared by threads.
 */
public final class AggregateFormula {
  private static final String[] NO_TEXTS = {};
  private static final Formula NOTHING = (n, t, q, random, r, s) -> {};

  /**
   * What is aggregated: arithmetic of a row's values.
   *
   * @param text as it is written
   * @param columns the places of the columns that it is of
   * @param factors if it is one column, or the product of two, their places; else nothing
   * @param condition whether it is true or false
   */
  public record Argument(
      String text, Set<Integer> columns, List<Integer> factors, boolean condition) {

    /** Copies the places. */
    public Argument {
      columns = Set.copyOf(columns);
      factors = List.copyOf(factors);
    }

    /** Whether it is a column as it is. */
    public boolean plain() {
      return factors.size() == 1;
    }
  }

  /**
   * An aggregate of arguments.
   *
   * @param aggregate which
   * @param arguments the places of its arguments, at most two
   * @param p of a quantile its probability; else 0
   */
  public record Term(Aggregate aggregate, List<Integer> arguments, double p) {

    /** Copies the places. */
    public Term {
      arguments = List.copyOf(arguments);
    }
  }

  private final List<String> responses;
  private final List<Argument> arguments = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();

  /** What is made of the terms, which are names there. */
  private final List<Node> outer = new ArrayList<>();

  private final boolean smooth;

  /** Of the arguments that are no column as it is, in their order. */
  private final Formula rowwise;

  /** The columns that these take. */
  private final int[] taken;

  private final Formula combined;

  private AggregateFormula(Taking taking, List<Definition> definitions, List<String> responses) {
    this.responses = List.copyOf(responses);
    Map<String, Dimension> known = new HashMap<>();
    for (int k = 0; k < definitions.size(); k++) {
      Node node = taking.outer(definitions.get(k).expression());
      outer.add(node);
      known.putAll(taking.dimensions);
      Dimension dimension = Dimension.of(node, known::get);
      known.put(responses.get(k), dimension);
      units.add(dimension.unit());
    }
    arguments.addAll(taking.arguments);
    terms.addAll(taking.terms);
    smooth = outer.stream().allMatch(Smoothness::known);
    rowwise =
        taking.computed.isEmpty()
            ? NOTHING
            : Compiler.compile(taking.computed.stream().map(JavaSource.Result::number).toList());
    taken = taking.rows.numbers().stream().mapToInt(taking.columns::indexOf).toArray();
    combined = ofTerms();
  }

  /**
   * The formulas for columns.
   *
   * @throws IllegalArgumentException if they are too much for a method of Java
   */
  static AggregateFormula of(
      List<Definition> definitions, List<String> responses, List<String> columns) {
    try {
      return new AggregateFormula(new Taking(columns), definitions, responses);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expression: " + e.getMessage(), e);
    }
  }

  /** What is made of the terms; there is nothing to compile where that is the terms themselves. */
  private Formula ofTerms() {
    int[] alone = IntStream.range(0, outer.size()).map(this::alone).toArray();
    if (Arrays.stream(alone).noneMatch(place -> place < 0)) {
      return (n, t, q, random, r, s) -> {
        for (int k = 0; k < alone.length; k++) {
          r[k] = n[alone[k]];
        }
      };
    }
    return Compiler.compile(combined());
  }

  /** The Java of what is made of the terms. */
  private List<JavaSource.Result> combined() {
    List<String> places = IntStream.range(0, terms.size()).mapToObj(Taking::name).toList();
    JavaSource source = JavaSource.ofDefined(places);
    places.forEach(name -> source.number(new Node.Name(name, 1))); // term k is number k
    return IntStream.range(0, outer.size())
        .mapToObj(k -> source.result(responses.get(k), outer.get(k)))
        .toList();
  }

  /** Takes formulas apart, one after another. */
  private static final class Taking {
    final List<String> columns;
    final JavaSource rows;
    final List<Argument> arguments = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();

    /** The units of the terms, by their names. */
    final Map<String, Dimension> dimensions = new HashMap<>();

    /** The Java of the arguments that are computed. */
    final List<String> computed = new ArrayList<>();

    /** The Java of all arguments. */
    private final List<String> java = new ArrayList<>();

    Taking(List<String> columns) {
      this.columns = columns;
      rows = JavaSource.ofDefined(columns);
    }

    /** The name of a term, which nobody can write. */
    static String name(int term) {
      return "`" + term;
    }

    Node outer(Node node) {
      return node instanceof Node.Aggregated aggregated
          ? new Node.Name(name(term(aggregated)), node.column())
          : node.of(this::outer);
    }

    private int term(Node.Aggregated node) {
      boolean quantile = node.aggregate() == Aggregate.QUANTILE;
      List<Node> nodes = quantile ? node.arguments().subList(0, 1) : node.arguments();
      List<Integer> places = new ArrayList<>();
      for (int k = 0; k < nodes.size(); k++) {
        places.add(argument(nodes.get(k), node.written().get(k)));
      }
      double p = quantile ? Smoothness.constant(node.arguments().get(1)) : 0;
      Term term = new Term(node.aggregate(), places, p);
      if (!terms.contains(term)) {
        terms.add(term);
        List<Dimension> own = nodes.stream().map(n -> Dimension.of(n, this::dimension)).toList();
        Dimension first =
            own.isEmpty() ? Dimension.of(new Node.Constant(1, 1), n -> null) : own.get(0);
        Dimension last = own.isEmpty() ? first : own.get(own.size() - 1);
        dimensions.put(name(terms.size() - 1), Dimension.of(node.aggregate(), first, last));
      }
      return terms.indexOf(term);
    }

    private Dimension dimension(String name) {
      int column = columns.indexOf(name);
      return column < 0 ? null : Dimension.ofColumn(column);
    }

    private int argument(Node node, String text) {
      String written = rows.number(node);
      if (!java.contains(written)) {
        Set<Integer> used = new TreeSet<>();
        addColumns(node, used);
        Argument argument = new Argument(text, used, factors(node), rows.isCondition(node));
        java.add(written);
        arguments.add(argument);
        if (!argument.plain()) {
          computed.add(written);
        }
      }
      return java.indexOf(written);
    }

    private void addColumns(Node node, Set<Integer> used) {
      if (node instanceof Node.Name name && columns.contains(name.name())) {
        used.add(columns.indexOf(name.name()));
      }
      node.parts().forEach(part -> addColumns(part, used));
    }

    private List<Integer> factors(Node node) {
      if (node instanceof Node.Name name && columns.contains(name.name())) {
        return List.of(columns.indexOf(name.name()));
      }
      if (node instanceof Node.Infixed infixed && isSquareOrProduct(infixed)) {
        List<Integer> factors = new ArrayList<>(factors(infixed.left()));
        factors.addAll(infixed.sign().equals("*") ? factors(infixed.right()) : factors);
        return factors.size() == 2 ? factors : List.of();
      }
      return List.of();
    }

    private static boolean isSquareOrProduct(Node.Infixed node) {
      boolean square =
          node.sign().equals("^")
              && node.right() instanceof Node.Constant exponent
              && exponent.value() == 2;
      return square || node.sign().equals("*");
    }
  }

  /** The names of its values. */
  public List<String> responses() {
    return responses;
  }

  /** The units of its values. */
  public List<Unit> units() {
    return List.copyOf(units);
  }

  /** What is aggregated. */
  public List<Argument> arguments() {
    return List.copyOf(arguments);
  }

  /** The aggregates. */
  public List<Term> terms() {
    return List.copyOf(terms);
  }

  /**
   * The term that a value is, if it is one and nothing else.
   *
   * @param value which of the values
   * @return its place among the terms; -1 if it is none
   */
  public int alone(int value) {
    return outer.get(value) instanceof Node.Name name && name.name().startsWith("`")
        ? Integer.parseInt(name.name().substring(1))
        : -1;
  }

  /**
   * The arguments' values.
   *
   * @param columns of one length
   * @return an array for each argument, with an entry for each row; columns as they are, not to be
   *     changed
   */
  public double[][] rows(double[][] columns) {
    double[][] values = new double[arguments.size()][];
    List<double[]> computed = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      Argument argument = arguments.get(k);
      values[k] =
          argument.plain() ? columns[argument.factors().get(0)] : new double[columns[0].length];
      if (!argument.plain()) {
        computed.add(values[k]);
      }
    }
    double[] of = new double[taken.length];
    double[] made = new double[computed.size()];
    for (int row = 0; made.length > 0 && row < columns[0].length; row++) {
      for (int i = 0; i < taken.length; i++) {
        of[i] = columns[taken[i]][row];
      }
      rowwise.evaluate(of, NO_TEXTS, NO_TEXTS, null, made, NO_TEXTS);
      for (int i = 0; i < made.length; i++) {
        computed.get(i)[row] = made[i];
      }
    }
    return values;
  }

  /**
   * The values that terms make.
   *
   * @param values where they go; NaN where one is undefined, or not finite
   */
  public void combine(double[] terms, double[] values) {
    combined.evaluate(terms, NO_TEXTS, NO_TEXTS, null, values, NO_TEXTS);
    for (int k = 0; k < responses.size(); k++) {
      values[k] = Double.isFinite(values[k]) ? values[k] : Double.NaN;
    }
  }

  /** Whether it is known how the values change with the terms. */
  public boolean smooth() {
    return smooth;
  }

  /**
   * A value as terms change, if it is {@link #smooth}.
   *
   * @param value which of the values
   */
  public Expansion expand(int value, Expansion[] terms) {
    Map<String, Expansion> known = new HashMap<>();
    for (int k = 0; k < terms.length; k++) {
      known.put(Taking.name(k), terms[k]);
    }
    for (int k = 0; k < value; k++) {
      known.put(responses.get(k), Smoothness.of(outer.get(k), known::get));
    }
    return Smoothness.of(outer.get(value), known::get);
  }
}
