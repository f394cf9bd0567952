package dev.parallax.statistic.sums;

/**
 * Finds the vector kernels, which need the incubating module {@code jdk.incubator.vector} and a
 * machine whose vectors suit them. They give the bits that plain Java gives, so it is only time
 * that depends on them; {@code -Dparallax.vector=off} does without, and {@code on} does not wait
 * for a job to be long.
 */
final class Accelerator {
  private static final PairSums.Source PAIR_SUMS = find();

  private Accelerator() {}

  /** The fastest sums that this machine and this Java process have. */
  static PairSums.Source pairSums() {
    return PAIR_SUMS;
  }

  private static PairSums.Source find() {
    if ("off".equals(System.getProperty("parallax.vector"))) {
      return new ScalarPairSums();
    }
    try {
      Class<?> found = Class.forName("dev.parallax.statistic.sums.VectorPairSums");
      var vector = (PairSums.Source) found.getDeclaredConstructor().newInstance();
      return vector.suits() ? vector : new ScalarPairSums();
    } catch (ReflectiveOperationException | LinkageError e) {
      // A Java without the module, or with a changed one: the scalar twin gives the same numbers.
      return new ScalarPairSums();
    }
  }
}
