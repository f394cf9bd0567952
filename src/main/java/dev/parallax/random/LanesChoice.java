package dev.parallax.random;

/**
 * Picks the lanes once per JVM. The system property {@code parallax.vector} = off or on forces the
 * plain or the vector ones; the numbers are the same.
 */
final class LanesChoice {

  /** The lanes for this JVM and machine. */
  static final Lanes BEST = choose(System.getProperty("parallax.vector", "auto"));

  private LanesChoice() {}

  private static Lanes choose(String wish) {
    if (wish.equals("on")) {
      return vector();
    }
    return wish.equals("off") || !VectorModule.isThere()
        ? new ScalarLanes()
        : new WarmingLanes(new ScalarLanes(), LanesChoice::vector, WarmingLanes.WORTHWHILE);
  }

  /**
   * The class is named, not linked: without the module it would not load.
   *
   * @throws IllegalStateException if it does not
   */
  static Lanes vector() {
    try {
      VectorModule.isThere(); // or is still being loaded
      Class<?> lanes = Class.forName("dev.parallax.random.VectorLanes");
      return (Lanes) lanes.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException("no vector code in this Java: " + reason, e);
    }
  }
}
