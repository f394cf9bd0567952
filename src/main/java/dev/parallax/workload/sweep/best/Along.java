package dev.parallax.workload.sweep.best;

import dev.parallax.engine.block.Outcome;
import dev.parallax.run.Run;
import java.util.Optional;

/**
 * What is known of the best point along one axis.
 *
 * @param axis the axis
 * @param place which of the axes it is
 * @param rank of the best point's value on it
 * @param before the neighbour with the next lower value, if there is one
 * @param after the neighbour with the next higher value, if there is one
 * @param parabola through the three, if all have values
 * @param interval of the profile, if one was asked for
 */
record Along(
    GridAxis axis,
    int place,
    long rank,
    Optional<Neighbour> before,
    Optional<Neighbour> after,
    Optional<Parabola> parabola,
    Optional<ProfileInterval> interval) {

  /**
   * A point beside the best one.
   *
   * @param at its value of the parameter
   * @param item which item it is
   * @param value its response, NaN if it failed or has none
   */
  record Neighbour(double at, long item, double value) {}

  /**
   * The surroundings of a scan's best item.
   *
   * @param a which axis, one that has an order
   * @param rise how much above the best the ends of the profile are; NaN for no interval
   */
  static Along of(Run run, Best best, Scan scan, GridAxis axis, int a, double rise) {
    long rank = axis.rank(scan.item());
    Optional<Neighbour> before = neighbour(run, best, scan, axis, rank - 1);
    Optional<Neighbour> after = neighbour(run, best, scan, axis, rank + 1);
    double[] profile = scan.profile(a);
    boolean profiled = rise > 0 && profile.length > 0;
    return new Along(
        axis,
        a,
        rank,
        before,
        after,
        before.flatMap(low -> after.flatMap(high -> parabola(best, scan, axis, low, high))),
        profiled ? Optional.of(ProfileInterval.of(axis, profile, rank, rise)) : Optional.empty());
  }

  private static Optional<Neighbour> neighbour(
      Run run, Best best, Scan scan, GridAxis axis, long rank) {
    if (rank < 0 || rank >= axis.count()) {
      return Optional.empty();
    }
    long item = axis.moved(scan.item(), rank);
    Outcome part = run.store().part(item, item + 1);
    int place = best.place(run.workload().responses());
    double value = part.result().doubles(place, part.block())[part.block().place(item)];
    return Optional.of(new Neighbour(axis.value(rank), item, value));
  }

  private static Optional<Parabola> parabola(
      Best best, Scan scan, GridAxis axis, Neighbour low, Neighbour high) {
    double[] x = {low.at(), axis.value(axis.rank(scan.item())), high.at()};
    double[] costs = {best.cost(low.value()), scan.least(), best.cost(high.value())};
    return Parabola.of(x, costs);
  }

  /** Whether the best point has no neighbour on a side. */
  boolean isEdge() {
    return before.isEmpty() || after.isEmpty();
  }

  /** Whether a profile's end comes from points at the edge of this axis, and not from all. */
  boolean cuts(Along other, Scan scan) {
    return other.place != place
        && other.interval().stream()
            .flatMap(found -> found.bracket(other.rank))
            .mapToLong(r -> scan.lowest(other.place, other.axis.indexAt(r)))
            .map(axis::rank)
            .anyMatch(r -> r == 0 || r == axis.count() - 1);
  }

  /** Whether so high a rise is reached within a step. */
  boolean isCoarse(double rise) {
    double step = 0;
    if (!isEdge()) {
      double at = axis.value(rank);
      step = Math.max(at - before.get().at(), after.get().at() - at);
    }
    double widest = step;
    boolean narrow = parabola.filter(p -> p.halfWidth(rise) < widest).isPresent();
    return narrow || interval.filter(i -> i.low().isNear() || i.high().isNear()).isPresent();
  }
}
