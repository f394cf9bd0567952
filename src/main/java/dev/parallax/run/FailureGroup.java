package dev.parallax.run;

import dev.parallax.engine.block.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Failures of one kind.
 *
 * @param first the first of them
 * @param count how many there are
 * @param same whether all have the same message, to its last number
 * @param items the first of their items
 */
public record FailureGroup(Failure first, long count, boolean same, List<Long> items) {
  private static final int SHOWN_ITEMS = 10;

  /** Copies the list. */
  public FailureGroup {
    items = List.copyOf(items);
  }

  private FailureGroup and(Failure failure) {
    List<Long> all = new ArrayList<>(items);
    if (count < SHOWN_ITEMS) {
      all.add(failure.item());
    }
    boolean equal = same && failure.message().equals(first.message());
    return new FailureGroup(first, count + 1, equal, all);
  }

  /** Groups failures that come in item order. */
  static final class Accumulator {
    private static final int MOST_KINDS = 100;

    private final Map<String, FailureGroup> groups = new LinkedHashMap<>();

    /** Adds one; of more than a hundred kinds, the first hundred are told. */
    void add(Failure failure) {
      String kind = failure.kind();
      FailureGroup group = groups.get(kind);
      if (group != null) {
        groups.put(kind, group.and(failure));
      } else if (groups.size() < MOST_KINDS) {
        groups.put(kind, new FailureGroup(failure, 1, true, List.of(failure.item())));
      }
    }

    /** The largest first. */
    List<FailureGroup> groups() {
      return groups.values().stream()
          .sorted(Comparator.comparingLong(FailureGroup::count).reversed())
          .toList();
    }
  }
}
