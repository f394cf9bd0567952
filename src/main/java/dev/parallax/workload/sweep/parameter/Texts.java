package dev.parallax.workload.sweep.parameter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts as values: value k stands for text k.
 *
 * @param levels the texts
 */
record Texts(List<String> levels) implements Values {
  Texts {
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    Set<String> seen = new HashSet<>();
    for (String level : levels) {
      if (!seen.add(level)) {
        throw new IllegalArgumentException("'" + level + "' is given more than once");
      }
    }
  }

  @Override
  public long size() {
    return levels.size();
  }

  @Override
  public double at(long i) {
    return i;
  }
}
