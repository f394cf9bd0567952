package dev.parallax.run;

import dev.parallax.engine.block.Column;
import dev.parallax.sum.ExactMoments;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Count, sum, mean, standard deviation, minimum and maximum of a column's entries. NaN entries are
 * counted apart and enter nothing else. Sum, mean and deviation are rounded once, from {@linkplain
 * ExactMoments exact ones}, and so are right at any offset, and the same in any order.
 *
 * @param count how many entries are numbers
 * @param undefined how many entries are NaN
 * @param sum the sum: a {@link BigInteger} for integers, else a {@link Double}; 0 for no entries
 * @param mean the mean, NaN for no entries
 * @param sd the standard deviation with divisor count - 1, NaN for fewer than two entries
 * @param min the least entry, a {@link Long} for integers; NaN for no entries
 * @param max the greatest entry, a {@link Long} for integers; NaN for no entries
 * @param minItem the first item that has the least entry, -1 if that is not known
 * @param maxItem the first item that has the greatest entry, -1 if that is not known
 * @param texts of a column of texts, which of them there are; then of the others only the count
 *     means something
 */
public record ColumnSummary(
    long count,
    long undefined,
    Number sum,
    double mean,
    double sd,
    Number min,
    Number max,
    long minItem,
    long maxItem,
    Optional<TextCounts> texts) {

  /**
   * Which texts a column has.
   *
   * @param distinct how many different ones, of a thousand characters at most; if there are more
   *     than a thousand, a thousand
   * @param complete whether there are no more, and none is longer
   * @param frequent the most frequent of these and how often each comes, ten at most
   */
  public record TextCounts(long distinct, boolean complete, Map<String, Long> frequent) {}

  /** Takes a column's entries one by one, and sums them up. */
  public static final class Accumulator {
    private static final int MOST_TEXTS = 1000;
    private static final int MOST_FREQUENT = 10;

    /** A longer text is no class of items; thousands of them would fill the memory. */
    private static final int LONGEST_TEXT = 1000;

    private final ExactMoments moments = new ExactMoments();
    private long undefined;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final Map<String, Long> texts = new LinkedHashMap<>();
    private boolean complete = true;
    private long entries;
    private long minItem = -1;
    private long maxItem = -1;
    private boolean integers = true;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    /** Of nothing yet. */
    public Accumulator() {}

    /**
     * Takes entry {@code i} of a column.
     *
     * @param item which item's it is
     */
    public void add(Column column, int i, long item) {
      long before = moments.count();
      double low = min;
      double high = max;
      long lowest = least;
      long highest = greatest;
      add(column, i);
      if (moments.count() == before) {
        return; // a NaN, or a text
      }
      if (before == 0 || min != low || least != lowest) {
        minItem = item;
      }
      if (before == 0 || max != high || greatest != highest) {
        maxItem = item;
      }
    }

    /** Takes entry {@code i} of a column. */
    public void add(Column column, int i) {
      if (column instanceof Column.Doubles doubles) {
        add(doubles.values()[i]);
      } else if (column instanceof Column.Texts some) {
        add(some.values()[i]);
      } else {
        long value = column.bits(i);
        moments.add(value);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }

    /** Takes a number. */
    public void add(double value) {
      integers = false;
      if (Double.isNaN(value)) {
        undefined++;
        return;
      }
      moments.add(value);
      min = Math.min(min, value);
      max = Math.max(max, value);
    }

    private void add(String text) {
      entries++;
      boolean kept = texts.size() < MOST_TEXTS && text.length() <= LONGEST_TEXT;
      if (kept || texts.containsKey(text)) {
        texts.merge(text, 1L, Long::sum);
      } else {
        complete = false;
      }
    }

    /** The summary of what was taken so far. */
    public ColumnSummary summary() {
      long count = moments.count() + entries;
      Optional<TextCounts> counts = entries == 0 ? Optional.empty() : Optional.of(counts());
      return new ColumnSummary(
          count,
          undefined,
          sum(),
          moments.mean(),
          moments.sd(),
          min(),
          max(),
          minItem,
          maxItem,
          counts);
    }

    private TextCounts counts() {
      Map<String, Long> frequent = new LinkedHashMap<>();
      texts.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(MOST_FREQUENT)
          .forEach(entry -> frequent.put(entry.getKey(), entry.getValue()));
      return new TextCounts(texts.size(), complete, Collections.unmodifiableMap(frequent));
    }

    private Number sum() {
      return integers ? (Number) moments.wholeSum() : (Number) moments.sum();
    }

    private Number min() {
      return moments.count() == 0 ? Double.NaN : integers ? (Number) least : (Number) min;
    }

    private Number max() {
      return moments.count() == 0 ? Double.NaN : integers ? (Number) greatest : (Number) max;
    }
  }
}
