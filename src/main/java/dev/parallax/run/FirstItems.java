package dev.parallax.run;

import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Watches the first items of a run: if all of them fail alike, a program is missing or a name is
 * wrong, and the others would fail too. Of code that fails alike without any item, a few are
 * enough. Until an item is known that does not fail, their blocks are held back, so that a run that
 * is begun anew tries them anew.
 */
final class FirstItems {
  /** Nothing is watched, and nothing held back. */
  static final FirstItems NONE = new FirstItems(0, Optional.empty());

  /** So many are enough where the code fails alike without any item. */
  static final int FEW = 4;

  private final int count;
  private final Optional<Failure> ofNone;
  private final List<Outcome> held = new ArrayList<>();
  private final Map<Long, Failure> failures = new TreeMap<>();
  private boolean undecided;

  private FirstItems(int count, Optional<Failure> ofNone) {
    this.count = count;
    this.ofNone = ofNone;
    this.undecided = count > 0;
  }

  /**
   * Those of a run.
   *
   * @param limits say how many
   * @param items how many items the run has; it is not stopped where these would be all
   */
  static FirstItems of(ItemLimits limits, long items) {
    return of(limits, items, Optional.empty());
  }

  /**
   * The same where it is known how the code fails without any item, if it does.
   *
   * @param ofNone that failure
   */
  static FirstItems of(ItemLimits limits, long items, Optional<Failure> ofNone) {
    return new FirstItems(items > limits.first() ? limits.first() : 0, ofNone);
  }

  /**
   * Looks at what was computed.
   *
   * @return the outcomes of which something is known now: this one and those held back, or none
   * @throws TooManyFailures if all of the first items failed alike
   */
  List<Outcome> released(Outcome outcome) {
    int first = undecided ? outcome.block().before(count) : 0;
    if (first == 0) {
      return List.of(outcome);
    }
    held.add(outcome);
    outcome.result().failures().stream()
        .filter(failure -> failure.item() < count)
        .forEach(failure -> failures.put(failure.item(), failure));
    List<Failure> all = List.copyOf(failures.values());
    long seen = held.stream().mapToLong(some -> some.block().before(count)).sum();
    if (all.size() < seen || !Failure.areAlike(all)) {
      undecided = false;
      return rest();
    }
    boolean without =
        seen >= FEW
            && ofNone.filter(none -> Failure.areAlike(List.of(none, all.get(0)))).isPresent();
    if (seen == count || without) {
      held.clear();
      throw TooManyFailures.alike((int) seen, all.get(0));
    }
    return List.of();
  }

  /** What is held back still, where the run ends before its time. */
  List<Outcome> rest() {
    List<Outcome> all = List.copyOf(held);
    held.clear();
    return all;
  }
}
