package dev.parallax.workload.sweep.best;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.run.Run;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.Factorial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The best point of a sweep and what is around it.
 *
 * @param best what was asked for
 * @param scan the pass over all items
 * @param axes those of the grid; none if the points are no full grid
 * @param along what is around the point, for each axis that has an order and several values
 * @param rise how much above the best 1 sigma is; NaN if that is not known
 * @param whole whether the response is an integer
 * @param flaw why it is not, though the quantity is one of which it would be; empty if it is not so
 */
record Optimum(
    Best best,
    Scan scan,
    List<GridAxis> axes,
    List<Along> along,
    double rise,
    boolean whole,
    String flaw) {
  /** Up to here every whole number is a double. */
  private static final double LARGEST = 0x1p53;

  /** The optimum of a run over a design. */
  static Optimum of(Run run, Design design, Best best) {
    List<GridAxis> axes = design instanceof Factorial grid ? GridAxis.of(grid) : List.of();
    Scan scan = Scan.of(run, best, axes);
    boolean negative = best.quantity() == Best.Quantity.CHI_SQUARE && scan.least() < 0;
    double rise = negative ? Double.NaN : best.quantity().rise();
    List<Along> along = new ArrayList<>();
    for (int a = 0; a < axes.size() && scan.isAny(); a++) {
      if (axes.get(a).isVaried() && axes.get(a).flaw().isEmpty()) {
        along.add(Along.of(run, best, scan, axes.get(a), a, rise));
      }
    }
    int place = best.place(run.workload().responses());
    boolean whole = run.workload().responses().get(place).type() == ColumnType.LONG;
    return new Optimum(
        best, scan, axes, along, rise, whole, negative ? "below 0, and so no chi-square" : "");
  }

  /** The value of the response at the best point. */
  double value() {
    return scan.isAny() ? best.value(scan.least()) : Double.NaN;
  }

  /** Whether the points are a grid, of which the best one has neighbours. */
  boolean isGrid() {
    return !axes.isEmpty();
  }

  /** What makes the numbers doubtful, a line each. */
  List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    if (Math.abs(scan.least()) > LARGEST && scan.isAny() && whole) {
      cautions.add("integers above 2^53 were compared as doubles, which may take some for equal");
    }
    if (!flaw.isEmpty()) {
      cautions.add("the least " + best.response() + " is " + flaw + ": no errors are given");
    }
    String what = best.direction() == Best.Direction.MIN ? "minimum" : "maximum";
    add(cautions, names(Along::isEdge), "the " + what + " is at the edge of ", ": widen ");
    if (rise > 0) {
      List<String> cutting =
          names(one -> !one.isEdge() && along.stream().anyMatch(other -> one.cuts(other, scan)));
      add(cautions, cutting, "an interval is cut by the edge of ", ": widen ");
      add(cautions, names(one -> one.isCoarse(rise)), "1 sigma is within a step of ", ": refine ");
      List<String> islands = names(Optimum::hasIslands);
      if (!islands.isEmpty()) {
        String which = String.join(", ", islands);
        cautions.add("beyond the interval of " + which + " there are values as good as within it");
      }
    }
    return cautions;
  }

  private static void add(List<String> cautions, List<String> names, String what, String todo) {
    if (!names.isEmpty()) {
      cautions.add(what + String.join(", ", names) + todo + (names.size() == 1 ? "it" : "them"));
    }
  }

  private static boolean hasIslands(Along along) {
    return along.interval().filter(ProfileInterval::elsewhere).isPresent();
  }

  private List<String> names(Predicate<Along> which) {
    return along.stream().filter(which).map(one -> one.axis().name()).toList();
  }
}
