package dev.parallax.workload.sweep.best;

import dev.parallax.engine.block.Outcome;
import dev.parallax.findings.ItemValues;
import dev.parallax.report.figure.Landscape;
import dev.parallax.report.figure.Landscape.Level;
import dev.parallax.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The values on a grid of two parameters, gathered block by block. */
final class BestLandscape {
  /** More are not gathered; the picture's cells are then means of several. */
  private static final long MOST_POINTS = 1 << 20;

  /**
   * How much a chi-square rises to the contours that hold the true values of two parameters with a
   * probability p of 1 and of 2 standard deviations: -2 ln(1 - p), the quantile of the chi-square
   * distribution of 2 degrees of freedom.
   */
  private static final double INNER = 2.295748928898636;

  private static final double OUTER = 6.180074306244173;

  private BestLandscape() {}

  /** None unless exactly two parameters vary, have an order, and their points are not too many. */
  static Optional<Landscape> of(Run run, Optimum optimum) {
    List<GridAxis> varied = optimum.axes().stream().filter(GridAxis::isVaried).toList();
    if (!optimum.scan().isAny()
        || varied.size() != 2
        || !varied.stream().allMatch(GridAxis::isProfiled)
        || run.workload().items() > MOST_POINTS) {
      return Optional.empty();
    }
    GridAxis across = varied.get(0);
    GridAxis up = varied.get(1);
    long item = optimum.scan().item();
    return Optional.of(
        new Landscape(
            optimum.best().response(),
            values(across),
            values(up),
            gathered(run, optimum.best(), across, up),
            new Landscape.Mark(
                across.value(across.rank(item)),
                up.value(up.rank(item)),
                optimum.best().direction().word() + " at " + ItemValues.text(run.workload(), item)),
            levels(optimum)));
  }

  private static Landscape.Side values(GridAxis axis) {
    return new Landscape.Side(
        axis.name(), IntStream.range(0, (int) axis.count()).mapToDouble(axis::value).toArray());
  }

  private static double[][] gathered(Run run, Best best, GridAxis across, GridAxis up) {
    int[] columns = ranks(across);
    int[] rows = ranks(up);
    double[][] values = new double[rows.length][columns.length];
    int place = best.place(run.workload().responses());
    for (Outcome outcome : run.store()) {
      double[] some = outcome.result().doubles(place, outcome.block());
      for (int i = 0; i < some.length; i++) {
        long item = outcome.block().first() + i;
        values[rows[(int) up.index(item)]][columns[(int) across.index(item)]] = some[i];
      }
    }
    return values;
  }

  /** The rank of each index. */
  private static int[] ranks(GridAxis axis) {
    int[] ranks = new int[(int) axis.count()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[(int) axis.indexAt(rank)] = rank;
    }
    return ranks;
  }

  /** Where the contours of 68.3 and 95.4 % are; none where that is not known. */
  private static List<Level> levels(Optimum optimum) {
    if (!(optimum.rise() > 0)) {
      return List.of();
    }
    return Arrays.asList(level(optimum, "68.3 %", INNER), level(optimum, "95.4 %", OUTER));
  }

  private static Level level(Optimum optimum, String share, double rise) {
    double above = rise * optimum.rise();
    double value = optimum.best().value(optimum.scan().least() + above);
    String sign = optimum.best().direction() == Best.Direction.MIN ? "+" : "-";
    return new Level(share + String.format(Locale.ROOT, " (%s%.2f)", sign, above), value);
  }
}
