package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.model.Unit;
import dev.parallax.table.column.ColumnHeader;
import java.util.List;
import java.util.stream.Collectors;

/** What a statistic is called on an axis: {@code median(velocity) [km/s]}. */
final class AxisLabel {
  private AxisLabel() {}

  /** The label of a statistic of a sample, with its unit as far as it is known. */
  static String of(String statistic, Unit rule, Sample sample) {
    return ofFormula(statistic + "(" + terms(sample) + ")", rule, sample);
  }

  /** The columns that a sample is of, such as {@code log10(distance), velocity}. */
  static String terms(Sample sample) {
    return columns(sample, sample.names()).stream()
        .map(ColumnHeader::term)
        .collect(Collectors.joining(", "));
  }

  /** The label of what names its columns itself. */
  static String ofFormula(String formula, Unit rule, Sample sample) {
    List<ColumnHeader> values = columns(sample, sample.roles().values());
    String unit = rule.of(values.stream().map(AxisLabel::unit).toList());
    return formula + (unit.isEmpty() ? "" : " [" + unit + "]");
  }

  private static List<ColumnHeader> columns(Sample sample, List<String> names) {
    return names.stream().map(sample.table()::column).toList();
  }

  /** The logarithm of a quantity has none, but that of its base. */
  private static String unit(ColumnHeader column) {
    return column.log10() ? "dex" : column.unit();
  }
}
