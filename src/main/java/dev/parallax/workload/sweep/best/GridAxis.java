package dev.parallax.workload.sweep.best;

import dev.parallax.workload.sweep.design.Factorial;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An axis of a grid: the values of one parameter in rising order, each of which has a rank. */
final class GridAxis {
  /** So many values at most are looked at one by one. */
  static final int MOST_VALUES = 1 << 20;

  private final Parameter parameter;
  private final long stride;
  private final long count;
  private final boolean falling;

  /** The index of each rank; empty where that follows from the direction alone. */
  private final int[] order;

  private final Optional<String> flaw;

  private GridAxis(Parameter parameter, long stride) {
    this.parameter = parameter;
    this.stride = stride;
    Values values = parameter.values();
    this.count = values.size();
    this.falling = values.at(count - 1) < values.at(0);
    boolean texts = !values.levels().isEmpty();
    this.order = texts || isRun(values) ? new int[0] : sorted(values);
    this.flaw = texts ? Optional.of("texts have no order") : repeated();
  }

  /** The axes of a grid, in the order of its parameters. */
  static List<GridAxis> of(Factorial grid) {
    List<GridAxis> axes = new ArrayList<>();
    long stride = grid.size();
    for (Parameter parameter : grid.parameters()) {
      stride /= parameter.values().size();
      axes.add(new GridAxis(parameter, stride));
    }
    return axes;
  }

  /** Whether values run one way; very many are none that were given one by one. */
  private boolean isRun(Values values) {
    if (count > MOST_VALUES && !(values instanceof Values.Listed)) {
      return true;
    }
    for (long i = 1; i < count; i++) {
      if (falling ? values.at(i) >= values.at(i - 1) : values.at(i) <= values.at(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static int[] sorted(Values values) {
    return IntStream.range(0, Math.toIntExact(values.size()))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> values.at(i)))
        .mapToInt(i -> i)
        .toArray();
  }

  private Optional<String> repeated() {
    for (int rank = 1; rank < order.length; rank++) {
      if (value(rank) == value(rank - 1)) {
        return Optional.of("a value is given more than once");
      }
    }
    return Optional.empty();
  }

  String name() {
    return parameter.name();
  }

  long count() {
    return count;
  }

  /** Whether there is more than one value. */
  boolean isVaried() {
    return count > 1;
  }

  /** Why its values have no neighbours; none if they have. */
  Optional<String> flaw() {
    return flaw;
  }

  /** Whether its values have neighbours, few enough to look at one by one. */
  boolean isProfiled() {
    return isVaried() && flaw.isEmpty() && count <= MOST_VALUES;
  }

  /** The index of the value of an item. */
  long index(long item) {
    return item / stride % count;
  }

  /** The index of the value of a rank. */
  long indexAt(long rank) {
    return order.length > 0 ? order[(int) rank] : falling ? count - 1 - rank : rank;
  }

  /** The rank of an item's value. */
  long rank(long item) {
    long index = index(item);
    return order.length > 0
        ? IntStream.range(0, order.length).filter(r -> order[r] == index).findFirst().orElseThrow()
        : falling ? count - 1 - index : index;
  }

  /** The value of a rank. */
  double value(long rank) {
    return parameter.values().at(indexAt(rank));
  }

  /** The item that has another value here, and all the other values of an item. */
  long moved(long item, long rank) {
    return item + (indexAt(rank) - index(item)) * stride;
  }

  /** How an item's value is written. */
  String text(long item) {
    return parameter.text(index(item));
  }
}
