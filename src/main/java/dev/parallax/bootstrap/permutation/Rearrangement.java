package dev.parallax.bootstrap.permutation;

import dev.parallax.bootstrap.sample.Units;
import dev.parallax.random.RandomStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How two columns are permuted as they might have been observed just as well: the values of one
 * column go from row to row, or the two values of a row change places. What moves, or changes, as a
 * whole are the units, which are clusters or single rows, and they move within strata.
 *
 * @param units what moves as a whole, in the strata within which it does
 * @param columns the data
 * @param moved which column moves, 0 or 1; -1 if the values of rows change places
 * @param kinds for each unit a number that is equal for units of equal values, so that to exchange
 *     them changes nothing; where values change places, 0 for a unit whose values are equal
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record Rearrangement(Units units, double[][] columns, int moved, int[] kinds)
    implements Serializable {
  private static final int SWAPPED = -1;
  private static final long MANY = 1L << 40;

  /** The values of a row, or of all rows of a cluster, change places or do not. */
  static Rearrangement withinRows(double[][] columns, Units units) {
    int[] kinds = new int[units.units()];
    for (int unit = 0; unit < kinds.length; unit++) {
      for (int row : rows(units, unit)) {
        kinds[unit] |= columns[0][row] == columns[1][row] ? 0 : 1;
      }
    }
    return new Rearrangement(units, columns, SWAPPED, kinds);
  }

  /**
   * The values of the second column move between rows, or between clusters: as a whole, or as the
   * one value that all rows of a cluster have. If only the first column has one value in each
   * cluster, that moves instead.
   *
   * @throws IllegalArgumentException if neither has, and clusters differ in size
   */
  static Rearrangement betweenRows(double[][] columns, Units units) {
    int moved = constant(columns[1], units) || !constant(columns[0], units) ? 1 : 0;
    if (!constant(columns[moved], units) && !equalSizes(units)) {
      throw new IllegalArgumentException(
          "clusters of different sizes cannot change places in a permutation test, unless one of"
              + " the two columns has a single value in each cluster");
    }
    return new Rearrangement(units, columns, moved, kinds(columns[moved], units));
  }

  private static int[] rows(Units units, int unit) {
    return Arrays.copyOfRange(units.rows(), units.unitStarts()[unit], units.unitStarts()[unit + 1]);
  }

  private static boolean constant(double[] column, Units units) {
    return IntStream.range(0, units.units())
        .allMatch(
            unit -> {
              int[] rows = rows(units, unit);
              return Arrays.stream(rows).allMatch(row -> column[row] == column[rows[0]]);
            });
  }

  private static boolean equalSizes(Units units) {
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      int first = units.stratumStarts()[stratum];
      for (int unit = first; unit < first + units.size(stratum); unit++) {
        if (rows(units, unit).length != rows(units, first).length) {
          return false;
        }
      }
    }
    return true;
  }

  /** Numbers units by their values, those of one value by that alone. */
  private static int[] kinds(double[] column, Units units) {
    boolean constant = constant(column, units);
    Map<List<Double>, Integer> numbers = new HashMap<>();
    int[] kinds = new int[units.units()];
    for (int unit = 0; unit < kinds.length; unit++) {
      List<Double> values =
          Arrays.stream(rows(units, unit))
              .limit(constant ? 1 : Long.MAX_VALUE)
              .mapToObj(row -> column[row] + 0.0) // -0 is 0
              .toList();
      kinds[unit] = numbers.computeIfAbsent(values, v -> numbers.size());
    }
    return kinds;
  }

  /** Whether the moved column has the same values, in another order. */
  boolean keepsValues() {
    return moved == SWAPPED || equalSizes(units);
  }

  /** Whether the values of rows change places. */
  boolean swaps() {
    return moved == SWAPPED;
  }

  /** How many different arrangements there are; none if more than so many. */
  OptionalLong count(long most) {
    double product = 1;
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      product *= (double) count(stratum);
      if (product > (double) most) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of((long) product);
  }

  /** How many arrangements a stratum has; so many that they do not count where it is above 2^40. */
  private long count(int stratum) {
    int[] left = left(stratum);
    long count = 1;
    int placed = 0;
    for (int kind = 0; kind < left.length; kind++) {
      for (int k = 1; k <= left[kind] && count < MANY; k++) {
        placed++;
        if (swaps()) {
          count <<= kind;
        } else {
          count = count * placed / k; // a multinomial coefficient, whole at each step
        }
      }
    }
    return count;
  }

  /** How many units of each kind a stratum has. */
  private int[] left(int stratum) {
    int from = units.stratumStarts()[stratum];
    int to = units.stratumStarts()[stratum + 1];
    int[] left = new int[Arrays.stream(kinds, from, to).max().orElse(0) + 1];
    Arrays.stream(kinds, from, to).forEach(kind -> left[kind]++);
    return left;
  }

  /**
   * For each row the row whose value it gets; where values change places, the row itself if its own
   * do not, and -1 if they do.
   */
  int[] random(RandomStream random) {
    int[] from = new int[columns[0].length];
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      int first = units.stratumStarts()[stratum];
      int[] order = IntStream.range(first, first + units.size(stratum)).toArray();
      for (int left = order.length; !swaps() && left > 1; left--) { // Fisher and Yates
        int other = random.nextInt(left);
        int last = order[left - 1];
        order[left - 1] = order[other];
        order[other] = last;
      }
      for (int k = 0; k < order.length; k++) {
        place(swaps() && random.nextBoolean() ? SWAPPED : order[k], first + k, from);
      }
    }
    return from;
  }

  /** The arrangement of a number, the first stratum's fastest; each different one has one. */
  int[] numbered(long number) {
    int[] from = new int[columns[0].length];
    long rest = number;
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      rest = swaps() ? numberedSwaps(stratum, rest, from) : numbered(stratum, rest, from);
    }
    return from;
  }

  private long numberedSwaps(int stratum, long number, int[] from) {
    long rest = number;
    for (int unit = units.stratumStarts()[stratum];
        unit < units.stratumStarts()[stratum + 1];
        unit++) {
      place(kinds[unit] == 1 && rest % 2 == 1 ? SWAPPED : unit, unit, from);
      rest = kinds[unit] == 1 ? rest / 2 : rest;
    }
    return rest;
  }

  /** From a place in a stratum on, the first of a kind. */
  private int nextOf(int kind, int first, int from) {
    int next = from;
    while (kinds[first + next] != kind) {
      next++;
    }
    return next;
  }

  private long numbered(int stratum, long number, int[] from) {
    int first = units.stratumStarts()[stratum];
    int size = units.size(stratum);
    int[] left = left(stratum);
    long all = count(stratum);
    long count = all;
    long rest = number % all;
    int[] next = new int[left.length];
    for (int place = 0; place < size; place++) {
      long remaining = (long) size - place;
      int kind = 0;
      long share = count * left[0] / remaining;
      while (rest >= share) {
        rest -= share;
        kind++;
        share = count * left[kind] / remaining;
      }
      count = share;
      left[kind]--;
      next[kind] = nextOf(kind, first, next[kind]);
      place(first + next[kind]++, first + place, from);
    }
    return number / all;
  }

  /** A unit's rows get the values of another's. */
  private void place(int source, int unit, int[] from) {
    int[] starts = units.unitStarts();
    int size = starts[unit + 1] - starts[unit];
    for (int k = 0; k < size; k++) {
      int row = units.rows()[starts[unit] + k];
      if (source == SWAPPED) {
        from[row] = SWAPPED;
      } else {
        // Of a shorter unit all values are the same.
        int place = Math.min(k, starts[source + 1] - starts[source] - 1);
        from[row] = units.rows()[starts[source] + place];
      }
    }
  }

  /** The columns of an arrangement. */
  double[][] of(int[] from) {
    double[][] permuted = {columns[0].clone(), columns[1].clone()};
    for (int row = 0; row < from.length; row++) {
      if (swaps()) {
        permuted[0][row] = columns[from[row] < 0 ? 1 : 0][row];
        permuted[1][row] = columns[from[row] < 0 ? 0 : 1][row];
      } else {
        permuted[moved][row] = columns[moved][from[row]];
      }
    }
    return permuted;
  }
}
