package dev.parallax.random;

/** Placeholder of the stream's outline, replaced by its room's first commit. */
public final class RandomStream implements java.util.random.RandomGenerator {
  @Override
  public long nextLong() {
    throw new IllegalStateException();
  }
}
