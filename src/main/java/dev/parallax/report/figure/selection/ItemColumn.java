package dev.parallax.report.figure.selection;

import dev.parallax.engine.block.Response;
import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.Distinct;
import dev.parallax.text.Digits;
import java.util.Arrays;
import java.util.Optional;

/**
 * A column of gathered items.
 *
 * @param column what it is
 * @param values a number for each item
 * @param distinct the different finite ones of them, rising
 * @param log whether its axis is declared logarithmic, or linear; empty if its values decide
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
record ItemColumn(Response column, double[] values, double[] distinct, Optional<Boolean> log) {

  /** A column of these values. */
  static ItemColumn of(Response column, double[] values) {
    return new ItemColumn(column, values, Distinct.of(values), Optional.empty());
  }

  /** Its name and unit. */
  String label() {
    return column.name() + (column.unit().isEmpty() ? "" : " [" + column.unit() + "]");
  }

  /** The axis of a parameter. */
  Axis axis() {
    return Axis.of(
        label(), distinct, column.levels(), log.orElseGet(() -> Axis.suitsLog(distinct)));
  }

  /** It with an axis that is declared logarithmic, or linear. */
  ItemColumn declared(Optional<Boolean> logarithmic) {
    return new ItemColumn(column, values, distinct, logarithmic);
  }

  /** How one of its values is written. */
  String text(double value) {
    if (column.isText()) {
      return column.levels().get((int) value);
    }
    String digits = Digits.shortest((float) value); // as many as a legend has room for
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }

  /** The values of some items. */
  double[] of(int[] items) {
    return Arrays.stream(items).mapToDouble(i -> values[i]).toArray();
  }

  /** These items of it. */
  ItemColumn some(int[] items) {
    return of(column, of(items)).declared(log);
  }

  /** Whether another one always rises, or always falls, with this one. */
  boolean leads(ItemColumn other) {
    int last = distinct.length - 1;
    boolean rises = last > 0 && other.distinct.length == distinct.length;
    boolean falls = rises;
    for (int i = 0; i < values.length && (rises || falls); i++) {
      int mine = Arrays.binarySearch(distinct, values[i]);
      int others = Arrays.binarySearch(other.distinct, other.values[i]);
      rises &= mine == others;
      falls &= mine == last - others;
    }
    return rises || falls;
  }

  /** Its name and its ends. */
  String spanned() {
    return column.name()
        + " from "
        + text(distinct[0])
        + " to "
        + text(distinct[distinct.length - 1]);
  }
}
