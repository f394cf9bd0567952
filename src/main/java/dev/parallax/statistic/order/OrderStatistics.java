package dev.parallax.statistic.order;

import dev.parallax.model.Resample;

/** The order statistics of a resample, found by counting through the sorted column. */
public final class OrderStatistics {
  private final Order order;
  private int[] counts = {};
  private int place;
  private int below;

  /** Of resamples of an ordered column; one for each thread. */
  public OrderStatistics(Order order) {
    this.order = order;
  }

  /** Goes to the next resample, which has a row at least. */
  public void over(Resample resample) {
    counts = resample.counts();
    place = -1;
    below = 0;
  }

  /**
   * The value with k values before it, in ascending order.
   *
   * @param k from 0; not less than that of the call before
   */
  public double at(int k) {
    advance(k);
    return order.sorted()[place];
  }

  /** Where in the sorted column the value with k before it stands; k as for {@link #at}. */
  public int place(int k) {
    advance(k);
    return place;
  }

  /** How many of the drawn values stand at that place or before it. */
  public int through() {
    return below;
  }

  /** How often the row at a place of the sorted column was drawn. */
  public int count(int at) {
    return counts[order.rows()[at]];
  }

  private void advance(int k) {
    int[] rows = order.rows();
    while (below <= k) {
      place++;
      below += counts[rows[place]];
    }
  }

  /** The median of two neighbours, without overflow. */
  public static double middle(double low, double high) {
    double sum = low + high;
    return low == high ? low : Double.isFinite(sum) ? sum / 2 : low / 2 + high / 2;
  }
}
