package dev.parallax.workload.bootstrap;

import dev.parallax.table.ColumnHeader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a statistic is called on an axis: {@code median(velocity) [km/s]}. */
final class AxisLabel {
  private static final Set<String> IN_THE_COLUMNS_UNIT =
      Set.of("mean", "median", "sd", "mad", "quantile", "trimmed-mean", "difference", "intercept");
  private static final Set<String> OF_Y_OVER_X = Set.of("slope", "slope-through-origin", "ratio");

  private AxisLabel() {}

  /** The label of a statistic of these columns. */
  static String of(String statistic, List<ColumnHeader> columns) {
    String terms = columns.stream().map(ColumnHeader::term).collect(Collectors.joining(", "));
    String unit = unit(statistic.replaceFirst(":.*", ""), columns);
    return statistic + "(" + terms + ")" + (unit.isEmpty() ? "" : " [" + unit + "]");
  }

  /** The unit as far as it is known; the logarithm of a quantity has none. */
  private static String unit(String kind, List<ColumnHeader> columns) {
    List<String> units =
        columns.stream().map(column -> column.log10() ? "dex" : column.unit()).toList();
    String last = units.get(units.size() - 1);
    if (IN_THE_COLUMNS_UNIT.contains(kind)) {
      return last;
    }
    boolean line = OF_Y_OVER_X.contains(kind) && units.size() == 2;
    boolean known = units.stream().noneMatch(String::isEmpty);
    if (line && known && !units.get(0).equals(last)) {
      return (last.contains("/") ? "(" + last + ")" : last) + "/" + units.get(0);
    }
    return "";
  }
}
