package dev.parallax.bootstrap.interval;

import dev.parallax.spelling.Digits;
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
  private final double bias;
  private final List<Interval> intervals;
  private final List<String> found = new ArrayList<>();

  private Cautions(Evidence evidence, List<Interval> intervals) {
    replicates = evidence.replicates();
    bias = replicates.mean() - evidence.estimate();
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
    if (share > BIASED) {
      found.add(
          String.format(Locale.ROOT, "the bias is %.2f standard errors: more than 0.25", share));
    }
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
            .filter(Interval::extreme)
            .map(Cautions::label)
            .collect(Collectors.joining(", "));
    if (!extreme.isEmpty()) {
      found.add(extreme + ": an end is one of the outermost replicates; more resamples are needed");
    }
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
