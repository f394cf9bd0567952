package dev.parallax.random;

/**
 * What a stream is for. Streams of different purposes are unrelated even when they share a seed and
 * an item, so that a job may draw its input and its results from one seed.
 *
 * <p>The constants are part of the format: they never change, and new purposes get new ones.
 */
public enum Purpose {
  /** Numbers that a model or an element function draws while it works on one item. */
  ITEM(0x8f1bbcdc5a827999L),
  /** The elements of a randomly generated array. */
  ARRAY(0x6a09e667f3bcc908L),
  /** The row numbers of one bootstrap resample. */
  RESAMPLE(0xbb67ae8584caa73bL),
  /** The choice of points in a random design: sampling, shuffling, scrambling. */
  DESIGN(0x3c6ef372fe94f82bL),
  /** Synthetic data for demonstrations, benchmarks and tests. */
  SYNTHETIC(0xa54ff53a5f1d36f1L),
  /** The order of the values in one permutation of a test. */
  PERMUTE(0x9b05688c2b3e6c1fL);

  private final long key;

  Purpose(long key) {
    this.key = key;
  }

  /** Returns this purpose's frozen constant. */
  public long key() {
    return key;
  }
}
