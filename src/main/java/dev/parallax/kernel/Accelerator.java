package dev.parallax.kernel;

/**
 * Finds the vector kernels, which need the incubating module {@code jdk.incubator.vector} and a
 * machine whose vectors suit them. They give the bits that plain Java gives, so it is only time
 * that depends on them; {@code -Dparallax.vector=off} does without.
 */
final class Accelerator {
  private static final String MODULE = "jdk.incubator.vector";

  private Accelerator() {}

  static PairSums.Source pairSums() {
    if ("off".equals(System.getProperty("parallax.vector"))
        || ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return new ScalarPairSums();
    }
    try {
      Class<?> found = Class.forName("dev.parallax.kernel.VectorPairSums");
      var vector = (PairSums.Source) found.getDeclaredConstructor().newInstance();
      return vector.suits() ? vector : new ScalarPairSums();
    } catch (ReflectiveOperationException | LinkageError e) {
      // A Java whose incubating module has changed: the scalar twin gives the same numbers.
      return new ScalarPairSums();
    }
  }
}
