package dev.parallax.table;

import dev.parallax.spelling.Numbers;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Contents;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The common logarithms of a column in its place. */
final class Logarithm {
  private Logarithm() {}

  static Contents of(Contents table, int column, double[] values) {
    ColumnHeader header = table.columns().get(column);
    if (header.log10()) {
      throw new IllegalArgumentException(
          table.name() + ": column '" + header.name() + "' is a logarithm already");
    }
    int[] kept = IntStream.range(0, values.length).filter(row -> !(values[row] <= 0)).toArray();
    double[] logarithms =
        Arrays.stream(kept).mapToDouble(row -> StrictMath.log10(values[row])).toArray();
    if (Arrays.stream(logarithms).allMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          table.name() + ": column '" + header.name() + "' has no value above 0 to take log10 of");
    }
    int low = values.length - kept.length;
    Contents rows = low == 0 ? table : table.select(kept).noting(note(header.name(), low));
    return rows.with(column, header.logarithm(), new Cells.Doubles(logarithms));
  }

  private static String note(String name, int low) {
    return String.format(
        Locale.ROOT,
        "log10 of '%s': %s skipped, for the value is 0 or less",
        name,
        Numbers.count(low, "row"));
  }
}
