package dev.parallax.random;

/**
 * Counts how often each of n equally likely outcomes comes up in n independent trials, without
 * going through the trials: the row counts of a bootstrap resample.
 *
 * <p>Independent Poisson counts are, given their sum, those of as many trials. So each outcome gets
 * a Poisson count of a mean a little below 1, four from each word; then the trials that are missing
 * to n, about 2 √n, are drawn one by one. In the rare event that there are too many, trials picked
 * at random are taken back, which leaves n trials as well. So the counts have the multinomial law,
 * to the precision of the Poisson probabilities, that of a double.
 *
 * <p>Has scratch space of its own: one per thread.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4613-8643-8">Devroye, Non-Uniform Random Variate
 *     Generation (1986), XI.1.4</a>
 */
public final class Multinomial {
  /** How far the expected sum stays below n, in standard deviations. Part of the format. */
  private static final double MARGIN = 2;

  private static final int PIECE = 1024;

  private final int n;
  private final PoissonCells cells;
  private final int[] drawn;

  /** So many words more are soon needed: the source makes them in one go. */
  private final int ahead;

  /**
   * For n outcomes and n trials.
   *
   * @throws IllegalArgumentException if n is not positive
   */
  public Multinomial(int n) {
    this(n, Math.max(0, 1 - MARGIN / Math.sqrt(n)));
  }

  /** With Poisson counts of any mean up to 1: the law is the same, the time and the counts not. */
  Multinomial(int n, double mean) {
    if (n < 1) {
      throw new IllegalArgumentException("number of outcomes must be positive: " + n);
    }
    this.n = n;
    cells = new PoissonCells(mean);
    drawn = new int[Math.min(n, PIECE)];
    ahead = (int) (MARGIN * Math.sqrt(n));
  }

  /**
   * Overwrites the counts with those of the stream's next trials.
   *
   * @param counts an entry for each outcome; they will add up to n
   * @throws IllegalArgumentException if it has not n entries
   */
  public void draw(RandomStream random, int[] counts) {
    if (counts.length != n) {
      throw new IllegalArgumentException(counts.length + " counts for " + n + " outcomes");
    }
    int sum = random.source().poisson(cells, counts, 0, n, ahead);
    if (sum < n) {
      add(random, n - sum, counts);
    } else if (sum > n) {
      takeBack(random, sum - n, counts);
    }
  }

  private void add(RandomStream random, int trials, int[] counts) {
    for (int left = trials; left > 0; ) {
      int piece = Math.min(left, drawn.length);
      random.bounded(n, drawn, 0, piece);
      for (int k = 0; k < piece; k++) {
        counts[drawn[k]]++;
      }
      left -= piece;
    }
  }

  /** Takes back trials that are chosen uniformly from all there are. */
  private void takeBack(RandomStream random, int trials, int[] counts) {
    long most = 0;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    for (int left = trials; left > 0; ) {
      long place = random.nextLong(n * most);
      int outcome = (int) (place / most);
      if (place % most < counts[outcome]) {
        counts[outcome]--;
        left--;
      }
    }
  }
}
