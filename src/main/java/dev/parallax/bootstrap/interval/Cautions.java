package dev.parallax.bootstrap.interval;

import dev.parallax.model.Range;
import dev.parallax.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in plain words where a bootstrap's results should not be taken at face value. */
final class Cautions {
  /** In standard errors: from here on it matters which method is quoted. */
  private static final double APART = 0.5;

  /** In standard errors (Efron and Tibshirani 1993, section 10.3). */
  private static final double BIASED = 0.25;

  private static final int TINY = 10;
  private static final int COARSE = 50;

  /** In standard errors: rounding of the data beyond it is seen in ties. */
  private static final double ROUNDED = 1e-3;

  private final BootstrapDistribution replicates;
  private final double estimate;
  private final double bias;

  /** Whether errors that the values have already, added to them again, move the replicates. */
  private final boolean moved;

  private final List<Interval> intervals;
  private final List<String> found = new ArrayList<>();

  private Cautions(Evidence evidence, List<Interval> intervals) {
    replicates = evidence.replicates();
    estimate = evidence.estimate();
    bias = replicates.mean() - estimate;
    double share = Math.abs(bias) / replicates.standardDeviation();
    moved = evidence.perturbed() && share > BIASED;
    this.intervals = intervals;
  }

  static List<String> of(Evidence evidence, List<Interval> intervals, Transform scale, int rows) {
    Cautions cautions = new Cautions(evidence, intervals);
    cautions.sample(rows);
    cautions.rounding();
    cautions.smoothness(evidence.stepped() && rows >= TINY);
    evidence.studentization().ifPresent(cautions::pivots);
    cautions.bias();
    cautions.fallbacks();
    cautions.extremes();
    cautions.disagreements();
    cautions.outside(scale);
    cautions.beyond(evidence.range());
    return List.copyOf(cautions.found);
  }

  /** How many replicates a transform has no value for. */
  private void outside(Transform transform) {
    long count =
        IntStream.range(0, replicates.size())
            .filter(rank -> !Double.isFinite(transform.apply(replicates.value(rank))))
            .count();
    if (count > 0) {
      found.add(
          count
              + " replicates are outside of the "
              + transform
              + " transform's domain, and left out of what is made on its scale");
    }
  }

  private void sample(int rows) {
    int distinct = replicates.distinct();
    if (rows < TINY) {
      found.add(
          rows
              + " rows are few: the replicates take "
              + distinct
              + " different values, and no interval keeps its level");
    } else if (distinct < COARSE && replicates.size() > 2 * COARSE) {
      found.add(
          "the replicates take "
              + distinct
              + " different values only: the ends of intervals jump between them");
    }
  }

  /** Leaving out one row moves a median to one of two or three places. */
  private void smoothness(boolean stepped) {
    if (stepped) {
      found.add(
          "the statistic moves in steps: its jackknife, and so bca's acceleration, says little");
    }
  }

  private void rounding() {
    double share = replicates.rounding() / replicates.standardDeviation();
    if (share > ROUNDED) {
      found.add(
          String.format(
              Locale.ROOT,
              "the data are rounded so coarsely for their size that it comes to %.1g standard"
                  + " errors: take a constant off them first",
              share));
    }
  }

  private void pivots(Studentization studentization) {
    long without = studentization.without();
    boolean used =
        intervals.stream().anyMatch(i -> i.method().equals(IntervalMethod.STUDENTIZED.toString()));
    if (without > 0 && used) {
      found.add(
          without
              + (without == 1 ? " resample has" : " resamples have")
              + " no standard error above 0: left out of the studentized interval");
    }
  }

  private void bias() {
    double share = Math.abs(bias) / replicates.standardDeviation();
    if (moved) {
      found.add(errorsTwice(share));
    } else if (share > BIASED) {
      found.add(
          String.format(Locale.ROOT, "the bias is %.2f standard errors: more than 0.25", share));
    }
  }

  /** Replicates that are moved so far are no more about the estimate, however many there are. */
  private String errorsTwice(double share) {
    boolean nearer = Math.abs(replicates.mean()) < Math.abs(estimate);
    return String.format(
        Locale.ROOT,
        "each replicate adds errors to values that have theirs already, which moves it by %.1f"
            + " standard errors (%s): no interval made of such replicates keeps its level;"
            + " --error-mode resample has those of the values as measured, simex those of values"
            + " without errors",
        share,
        nearer ? "attenuation" : "inflation");
  }

  /** Ends where no value can be, and an estimate that was extrapolated to there. */
  private void beyond(Range range) {
    if (estimate < range.low() || estimate > range.high()) {
      found.add("the estimate lies beyond the values from " + bounds(range) + " that there are");
    }
    for (boolean high : new boolean[] {false, true}) {
      List<Interval> wide =
          intervals.stream()
              .filter(i -> List.of(high ? "high" : "low", "both").contains(i.beyond(range)))
              .toList();
      String some = wide.stream().map(Cautions::label).collect(Collectors.joining(", "));
      if (!some.isEmpty()) {
        found.add(
            some
                + ": the "
                + (high ? "upper" : "lower")
                + " end lies beyond the values from "
                + bounds(range)
                + " that there are"
                + within(range, wide));
      }
    }
  }

  private static String bounds(Range range) {
    return percent(range.low() / 100)
        + (Double.isInfinite(range.high()) ? " up" : " to " + percent(range.high() / 100));
  }

  private String within(Range range, List<Interval> wide) {
    boolean outside = estimate <= range.low() || estimate >= range.high();
    boolean scaled = wide.stream().allMatch(Interval::takesScale);
    return outside || !scaled ? "" : "; " + scale(range);
  }

  private static String scale(Range range) {
    return range.equals(Range.CORRELATION)
        ? "--transform fisher keeps it within"
        : range.equals(Range.NOT_NEGATIVE)
            ? "--transform log keeps it within"
            : "percentile, bc and bca keep it within";
  }

  private void fallbacks() {
    intervals.stream()
        .filter(interval -> !interval.fallback().isEmpty())
        .map(interval -> label(interval) + ": " + interval.fallback())
        .forEach(found::add);
  }

  private void extremes() {
    String extreme =
        intervals.stream()
            .filter(interval -> interval.extreme() && !(moved && corrected(interval)))
            .map(Cautions::label)
            .collect(Collectors.joining(", "));
    if (!extreme.isEmpty()) {
      found.add(extreme + ": an end is one of the outermost replicates; more resamples are needed");
    }
  }

  /** Whether its ends are quantiles that follow the replicates' distance from the estimate. */
  private static boolean corrected(Interval interval) {
    return List.of(IntervalMethod.BC.toString(), IntervalMethod.BCA.toString())
        .contains(interval.method());
  }

  private void disagreements() {
    intervals.stream()
        .filter(interval -> interval.fallback().isEmpty())
        .collect(Collectors.groupingBy(Interval::level, TreeMap::new, Collectors.toList()))
        .forEach(this::disagreement);
  }

  private void disagreement(double level, List<Interval> some) {
    double low = spread(some, Interval::low);
    double high = spread(some, Interval::high);
    if (Math.max(low, high) > APART) {
      found.add(
          String.format(
              Locale.ROOT,
              "the %s %% intervals disagree: lower ends by %.1f standard errors, upper ends by %.1f",
              percent(level),
              low,
              high));
    }
  }

  private double spread(List<Interval> some, ToDoubleFunction<Interval> end) {
    double[] ends = some.stream().mapToDouble(end).filter(Double::isFinite).sorted().toArray();
    return ends.length == 0
        ? 0
        : (ends[ends.length - 1] - ends[0]) / replicates.standardDeviation();
  }

  private static String label(Interval interval) {
    return interval.method() + " at " + percent(interval.level()) + " %";
  }

  private static String percent(double level) {
    Function<Double, String> shortest =
        p -> p == Math.rint(p) ? "" + p.longValue() : Digits.shortest(p);
    return shortest.apply(Math.rint(level * 1e10) / 1e8);
  }
}
