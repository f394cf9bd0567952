package dev.parallax.model.expression;

import dev.parallax.model.Unit;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is known of an expression's unit: powers of the columns' units.
 *
 * @param powers by column, of which none is 0; {@link #ALL} is the unit that all columns share
 * @param known whether they are known
 * @param literal whether it is a number as written, which is in any unit that is wanted
 */
record Dimension(SortedMap<Integer, Integer> powers, boolean known, boolean literal) {
  private static final int ALL = -1;
  private static final Dimension NUMBER = new Dimension(new TreeMap<>(), true, false);
  private static final Dimension LITERAL = new Dimension(new TreeMap<>(), true, true);
  private static final Dimension UNKNOWN = new Dimension(new TreeMap<>(), false, false);

  /** Any other number as written may be one of a unit, as 273.15, or turn one into another. */
  private static final Set<Double> PLAIN = Set.of(0.0, 0.5, 1.0, 2.0);

  private static final Set<String> ALIKE =
      Set.of("abs", "floor", "ceil", "round", "min", "max", "hypot");
  private static final Set<String> PURE = Set.of("sign", "atan2");

  /** Copies the powers. */
  Dimension {
    powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
  }

  /** That of a column. */
  static Dimension ofColumn(int column) {
    return new Dimension(new TreeMap<>(Map.of(column, 1)), true, false);
  }

  /**
   * That of an expression.
   *
   * @param names those of names; null of a constant
   */
  static Dimension of(Node node, Function<String, Dimension> names) {
    if (node instanceof Node.Constant constant) {
      return PLAIN.contains(constant.value()) ? LITERAL : UNKNOWN;
    }
    if (node instanceof Node.Name name) {
      Dimension found = names.apply(name.name());
      return found == null ? LITERAL : found;
    }
    if (node instanceof Node.Infixed infixed) {
      return of(infixed, names);
    }
    if (node instanceof Node.Prefixed prefixed) {
      return prefixed.sign().equals("-") ? of(prefixed.operand(), names) : NUMBER;
    }
    if (node instanceof Node.Choice choice) {
      return of(choice.yes(), names).beside(of(choice.no(), names));
    }
    return node instanceof Node.Call call ? of(call, names) : UNKNOWN;
  }

  private static Dimension of(Node.Infixed node, Function<String, Dimension> names) {
    Dimension left = of(node.left(), names);
    Dimension right = of(node.right(), names);
    return switch (node.sign()) {
      case "+", "-", "%" -> left.beside(right);
      case "*" -> left.times(right, 1);
      case "/" -> left.times(right, -1);
      case "^" -> left.power(node.right());
      default -> NUMBER;
    };
  }

  private static Dimension of(Node.Call call, Function<String, Dimension> names) {
    String name = call.function().name();
    Dimension first = of(call.arguments().get(0), names);
    if (ALIKE.contains(name)) {
      return call.arguments().stream().map(a -> of(a, names)).reduce(LITERAL, Dimension::beside);
    }
    return switch (name) {
      case "pow" -> first.power(call.arguments().get(1));
      case "sqrt" -> first.root(2);
      case "cbrt" -> first.root(3);
      default -> PURE.contains(name) || (first.known && first.powers.isEmpty()) ? NUMBER : UNKNOWN;
    };
  }

  /** That of what is added to this. */
  private Dimension beside(Dimension other) {
    if (literal || other.literal) {
      return literal ? other : this;
    }
    if (!known || !other.known || powers.equals(other.powers)) {
      return known && other.known ? this : UNKNOWN;
    }
    return degree() == other.degree() && degree() != 0
        ? new Dimension(new TreeMap<>(Map.of(ALL, degree())), true, false)
        : UNKNOWN;
  }

  private int degree() {
    return powers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** That of a product with another to a power. */
  Dimension times(Dimension other, int power) {
    SortedMap<Integer, Integer> product = new TreeMap<>(powers);
    other.powers.forEach((column, p) -> product.merge(column, power * p, Integer::sum));
    product.values().removeIf(p -> p == 0);
    return new Dimension(product, known && other.known, literal && other.literal);
  }

  private Dimension power(Node exponent) {
    double p = Smoothness.constant(exponent);
    if (p == 0.5) {
      return root(2);
    }
    boolean whole = p == Math.rint(p) && Math.abs(p) < 100;
    return powers.isEmpty() || !whole
        ? (known && powers.isEmpty() ? this : UNKNOWN)
        : new Dimension(new TreeMap<>(), known, literal).times(this, (int) p);
  }

  private Dimension root(int of) {
    if (!powers.values().stream().allMatch(p -> p % of == 0)) {
      return UNKNOWN;
    }
    SortedMap<Integer, Integer> roots = new TreeMap<>(powers);
    roots.replaceAll((column, p) -> p / of);
    return new Dimension(roots, known, literal);
  }

  /** That of an aggregate of values. */
  static Dimension of(Aggregate aggregate, Dimension first, Dimension second) {
    return switch (aggregate) {
      case SUM, MEAN, SD, MIN, MAX, MEDIAN, QUANTILE -> NUMBER.times(first, 1);
      case VAR -> NUMBER.times(first, 2);
      case COV -> NUMBER.times(first, 1).times(second, 1);
      case COUNT, CORR -> NUMBER;
    };
  }

  /** The rule by which it follows from the columns' units. */
  Unit unit() {
    Unit unit = Unit.NONE;
    for (Map.Entry<Integer, Integer> factor : powers.entrySet()) {
      Unit one = factor.getKey() == ALL ? Unit.OF_COLUMNS : Unit.ofColumn(factor.getKey());
      unit = unit.times(one.power(factor.getValue()));
    }
    return known ? unit : Unit.NONE;
  }
}
