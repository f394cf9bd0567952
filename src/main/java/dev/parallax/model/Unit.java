package dev.parallax.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The unit of a statistic's value, as a rule by which it follows from the units of the columns:
 *
 * <pre>{@code
 * Unit.OF_COLUMNS                         // of a mean: km/s
 * Unit.OF_COLUMNS.power(2)                // of a variance: (km/s)^2
 * Unit.ofColumn(1).per(Unit.ofColumn(0))  // of a slope of y on x: (km/s)/Mpc
 * Unit.NONE                               // of a correlation
 * }</pre>
 */
public final class Unit {
  /** No unit: the value is a pure number, or does not tell what it is in. */
  public static final Unit NONE = new Unit(new TreeMap<>());

  private static final int ALL = -1;

  /** The unit that all columns share, of one column that of this; none if they differ. */
  public static final Unit OF_COLUMNS = new Unit(new TreeMap<>(Map.of(ALL, 1)));

  /** By column, or {@link #ALL}; no power is 0. */
  private final SortedMap<Integer, Integer> powers;

  private Unit(SortedMap<Integer, Integer> powers) {
    this.powers = Collections.unmodifiableSortedMap(powers);
  }

  /**
   * The unit of a column.
   *
   * @param column which, from 0
   * @throws IllegalArgumentException if it is negative
   */
  public static Unit ofColumn(int column) {
    if (column < 0) {
      throw new IllegalArgumentException("columns are counted from 0, not " + column);
    }
    return new Unit(new TreeMap<>(Map.of(column, 1)));
  }

  /** This unit times another. */
  public Unit times(Unit other) {
    SortedMap<Integer, Integer> product = new TreeMap<>(powers);
    other.powers.forEach((column, power) -> add(product, column, power));
    return new Unit(product);
  }

  /** This unit over another; of the same unit nothing is left. */
  public Unit per(Unit other) {
    return times(other.power(-1));
  }

  /** This unit to a power, which may be negative. */
  public Unit power(int exponent) {
    SortedMap<Integer, Integer> raised = new TreeMap<>();
    powers.forEach((column, power) -> add(raised, column, power * exponent));
    return new Unit(raised);
  }

  private static <K> void add(Map<K, Integer> powers, K of, int power) {
    powers.merge(of, power, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
    powers.remove(of, 0);
  }

  /**
   * The unit as it is written, such as {@code (km/s)/Mpc}.
   *
   * @param columns the columns' units, an empty text for one that has none or is not known
   * @return empty if there is none, or if it depends on one that is not known
   */
  public String of(List<String> columns) {
    Map<String, Integer> factors = new LinkedHashMap<>();
    for (Map.Entry<Integer, Integer> factor : powers.entrySet()) {
      String unit = unit(factor.getKey(), columns);
      if (unit.isEmpty()) {
        return "";
      }
      add(factors, unit, factor.getValue());
    }
    String above = written(factors, 1);
    String below = written(factors, -1);
    if (below.isEmpty()) {
      return above;
    }
    return (above.isEmpty() ? "1" : bracketed(above, isQuotient(above)))
        + "/"
        + bracketed(below, outside(below).matches(".*[/ .*].*"));
  }

  private static String unit(int column, List<String> columns) {
    if (column != ALL) {
      return column < columns.size() ? columns.get(column) : "";
    }
    List<String> told = columns.stream().filter(unit -> !unit.isEmpty()).distinct().toList();
    return told.size() == 1 ? told.get(0) : "";
  }

  /** The factors with powers of one sign. */
  private static String written(Map<String, Integer> factors, int sign) {
    List<String> all =
        factors.entrySet().stream()
            .filter(factor -> factor.getValue() * sign > 0)
            .map(factor -> raised(factor.getKey(), factor.getValue() * sign))
            .toList();
    return all.size() == 1
        ? all.get(0)
        : all.stream()
            .map(factor -> bracketed(factor, isQuotient(factor)))
            .collect(Collectors.joining(" "));
  }

  private static String raised(String unit, int power) {
    return power == 1 ? unit : bracketed(unit, !unit.matches("\\p{L}+")) + "^" + power;
  }

  private static boolean isQuotient(String text) {
    return outside(text).contains("/");
  }

  /** What stands in no brackets. */
  private static String outside(String text) {
    return text.replaceAll("\\([^()]*\\)", "");
  }

  private static String bracketed(String text, boolean needed) {
    return needed ? "(" + text + ")" : text;
  }
}
