package dev.parallax.report.figure;

import java.util.Arrays;

/**
 * Stretches of an axis, one beside the other: around each value where there are few, else of equal
 * width.
 *
 * @param edges where they meet, and both ends, rising, one more than there are bins
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record Bins(double[] edges) {
  private static final int MOST_VALUES = 400;
  private static final int EVEN = 256;

  /** Bins for places on an axis. */
  public static Bins of(double[] places) {
    double[] distinct = Distinct.of(places);
    if (distinct.length == 0) {
      return new Bins(new double[] {0, 1});
    }
    return distinct.length <= MOST_VALUES
        ? around(distinct)
        : even(distinct[0], distinct[distinct.length - 1], EVEN);
  }

  private static Bins around(double[] values) {
    int n = values.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = values[i - 1] + (values[i] - values[i - 1]) / 2;
    }
    double alone = values[0] == 0 ? 0.5 : Math.abs(values[0]) / 2;
    edges[0] = n == 1 ? values[0] - alone : values[0] - (edges[1] - values[0]);
    edges[n] = n == 1 ? values[0] + alone : values[n - 1] + (values[n - 1] - edges[n - 1]);
    return new Bins(edges);
  }

  /** So many bins of equal width. */
  public static Bins even(double low, double high, int count) {
    double[] edges = new double[count + 1];
    Arrays.setAll(edges, i -> low + (high - low) * i / count);
    edges[count] = high;
    return new Bins(edges);
  }

  /** The middle of a bin. */
  public double middle(int bin) {
    return edges[bin] + (edges[bin + 1] - edges[bin]) / 2;
  }

  /** How many there are. */
  public int size() {
    return edges.length - 1;
  }

  public double low() {
    return edges[0];
  }

  public double high() {
    return edges[edges.length - 1];
  }

  /** The bin that holds a place; -1 if none does. */
  public int index(double place) {
    if (!(place >= low() && place <= high())) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, place);
    return Math.min(size() - 1, found >= 0 ? found : -found - 2);
  }
}
