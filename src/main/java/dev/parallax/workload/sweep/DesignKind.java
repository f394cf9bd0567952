package dev.parallax.workload.sweep;

import dev.parallax.text.Choices;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The designs that have a name on the command line. */
public enum DesignKind {
  FACTORIAL,
  PAIRED,
  ONE_AT_A_TIME,
  UNIFORM,
  LATIN_HYPERCUBE,
  SOBOL,
  HALTON,
  SALTELLI;

  /** The names of some of them. */
  public static List<String> names(Predicate<DesignKind> chosen) {
    return Arrays.stream(values()).filter(chosen).map(DesignKind::toString).toList();
  }

  /** Whether its points are sampled from distributions. */
  boolean isSampled() {
    return compareTo(UNIFORM) >= 0;
  }

  /** Whether it is made of a sequence of points that are no random ones, but can be shifted. */
  boolean isSequence() {
    return compareTo(SOBOL) >= 0;
  }

  /** Whether its first points stay as they are when there are more. */
  boolean isExtensible() {
    return isSampled() && this != LATIN_HYPERCUBE;
  }

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
