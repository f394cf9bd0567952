package dev.parallax.bootstrap.sample;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of a data set in units that are drawn whole, and the units in strata that are drawn
 * apart. Without clusters each row is a unit, without strata there is one.
 *
 * @param rows the row numbers, ordered by stratum and unit
 * @param unitStarts where in {@code rows} each unit starts, and its length at the end
 * @param stratumStarts which unit each stratum starts with, and how many there are at the end
 */
@SuppressWarnings("ArrayRecordComponent") // a view, handed to samplers
public record Units(int[] rows, int[] unitStarts, int[] stratumStarts) implements Serializable {

  /** Each row a unit, in one stratum. */
  public static Units ofRows(int n) {
    int[] all = IntStream.rangeClosed(0, n).toArray();
    return new Units(Arrays.copyOf(all, n), all, new int[] {0, n});
  }

  /**
   * Units by the rows' numbers of stratum and cluster, both counted from 0 without a gap.
   *
   * @param clusters each lies within one stratum
   */
  public static Units of(int[] strata, int[] clusters) {
    int[] rows =
        IntStream.range(0, strata.length)
            .boxed()
            .sorted(
                (a, b) ->
                    strata[a] != strata[b]
                        ? Integer.compare(strata[a], strata[b])
                        : Integer.compare(clusters[a], clusters[b]))
            .mapToInt(row -> row)
            .toArray();
    int[] unitStarts = starts(rows, clusters);
    int[] first = Arrays.stream(unitStarts, 0, unitStarts.length - 1).map(k -> rows[k]).toArray();
    return new Units(rows, unitStarts, starts(first, strata));
  }

  /** Where a number changes along the rows, from 0 to their length. */
  private static int[] starts(int[] rows, int[] number) {
    return IntStream.rangeClosed(0, rows.length)
        .filter(k -> k == 0 || k == rows.length || number[rows[k]] != number[rows[k - 1]])
        .toArray();
  }

  public int strata() {
    return stratumStarts.length - 1;
  }

  /** How many units a stratum has. */
  public int size(int stratum) {
    return stratumStarts[stratum + 1] - stratumStarts[stratum];
  }

  public int units() {
    return unitStarts.length - 1;
  }

  /** How many units the largest stratum has. */
  public int largest() {
    return IntStream.range(0, strata()).map(this::size).max().orElse(0);
  }

  /** Whether every unit is one row. */
  public boolean single() {
    return units() == rows.length;
  }
}
