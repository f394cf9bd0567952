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
    if (wish.equals("off") || (!wish.equals("on") && !moduleIsThere())) {
      return new ScalarLanes();
    }
    try {
      Lanes vector = vector();
      return wish.equals("on")
          ? vector
          : new WarmingLanes(new ScalarLanes(), vector, WarmingLanes.WORTHWHILE);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      if (wish.equals("on")) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        throw new IllegalStateException("parallax.vector=on, but " + reason, e);
      }
      return new ScalarLanes();
    }
  }

  /**
   * The Vector API is an incubating module: there only if asked for, at the start or later. A
   * module that was loaded later is in no list of modules, but its classes are found.
   */
  static boolean moduleIsThere() {
    try {
      Class.forName("jdk.incubator.vector.LongVector");
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The class is named, not linked: without the module it would not load. */
  static Lanes vector() throws ReflectiveOperationException {
    Class<?> lanes = Class.forName("dev.parallax.random.VectorLanes");
    return (Lanes) lanes.getDeclaredConstructor().newInstance();
  }
}
