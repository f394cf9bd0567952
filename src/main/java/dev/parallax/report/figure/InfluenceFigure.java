package dev.parallax.report.figure;

import java.util.List;

/**
 * How much each row of a table, or each cluster, matters for an estimate.
 *
 * @param name the name of its files, without an ending
 * @param axis what the influence is on, with its unit
 * @param item what has influence, such as {@code row}
 * @param numbers the number of each row, rising
 * @param influences the value of each row
 * @param rows what each row is called
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record InfluenceFigure(
    String name, String axis, String item, int[] numbers, double[] influences, List<String> rows)
    implements Figure {

  /** Copies the list. */
  public InfluenceFigure {
    rows = List.copyOf(rows);
    if (rows.size() != influences.length || numbers.length != influences.length) {
      throw new IllegalArgumentException(
          rows.size() + " rows have " + influences.length + " influence values");
    }
  }

  @Override
  public String what() {
    return "Jackknife " + axis + " of each " + item;
  }
}
