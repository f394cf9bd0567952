package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.resampling.Resampling;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.model.Resample;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.sum.ExactMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What balance takes away from the Monte Carlo error. Over all resamples of a balanced bootstrap
 * each unit is drawn equally often, so that a mean over the replicates has no error from what is
 * linear in the counts; the error is that of the rest (Davison, Hinkley and Schechtman 1986,
 * doi:10.1093/biomet/73.3.555). Here are a few linear functions of each resample's counts, on which
 * to regress: the jackknife's influence, and the directions in which the statistic and its square
 * go with the counts. Each half of the resamples, the even and the odd ones, has its directions
 * from the other, so that they explain nothing by chance.
 */
final class BalancedControls {
  private static final int LARGEST_CHUNK = 4096;

  /** So many chunks are in memory at a time. */
  private static final int AT_A_TIME = 16;

  /** So many units are drawn once more at most: a second of two cores. */
  private static final long MOST_DRAWS = 20_000_000;

  /** A share of a standard deviation is known to some percent from so many resamples. */
  private static final int LEAST = 256;

  private final Bootstrap bootstrap;
  private final Units units;
  private final double[] replicates;

  /** How many resamples are drawn once more, the first ones. */
  private final int looked;

  private final int chunk;

  private BalancedControls(Bootstrap bootstrap, double[] replicates) {
    this.bootstrap = bootstrap;
    this.replicates = replicates;
    units = bootstrap.sample().design().units();
    looked = (int) Math.min(replicates.length, Math.max(LEAST, MOST_DRAWS / units.units()));
    chunk = Math.min(LARGEST_CHUNK, (looked - 1) / AT_A_TIME + 1);
  }

  private int chunks() {
    return (looked - 1) / chunk + 1;
  }

  /**
   * The linear functions, each with a number for each replicate, which is NaN where its resample
   * was not looked at.
   *
   * @param replicates the statistic's values, in order
   * @param jackknife its jackknife, if there is one
   */
  static double[][] of(
      Bootstrap bootstrap, double[] replicates, Optional<JackknifeResult> jackknife) {
    BalancedControls controls = new BalancedControls(bootstrap, replicates);
    List<double[][]> directions = controls.directions();
    jackknife
        .filter(JackknifeResult::defined)
        .map(controls::influence)
        .ifPresent(influence -> directions.add(new double[][] {influence, influence}));
    return controls.along(directions);
  }

  /** By unit, the influence of one draw more. */
  private double[] influence(JackknifeResult jackknife) {
    double[] influence = new double[units.units()];
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      for (int unit = units.stratumStarts()[stratum];
          unit < units.stratumStarts()[stratum + 1];
          unit++) {
        int item = units.single() ? units.rows()[unit] : unit;
        influence[unit] = jackknife.influence()[item] / units.size(stratum);
      }
    }
    return influence;
  }

  /** Of the statistic and of its square: for even and odd replicates, each from the others. */
  private List<double[][]> directions() {
    ExactMoments all =
        ExactMoments.of(Arrays.stream(replicates, 0, looked).filter(Double::isFinite).toArray());
    double mean = all.mean();
    double second = all.rootMeanSquare() * all.rootMeanSquare();
    double[][][] sums = new double[2][2][units.units()];
    // Chunks of one size, added in order: the same sums on any number of threads.
    for (int first = 0; first < chunks(); first += AT_A_TIME) {
      IntStream.range(first, Math.min(chunks(), first + AT_A_TIME))
          .parallel()
          .mapToObj(number -> sums(number, mean, second))
          .toList()
          .forEach(some -> add(some, sums));
    }
    List<double[][]> directions = new ArrayList<>();
    for (double[][] halves : sums) {
      directions.add(new double[][] {halves[1], halves[0]});
    }
    return directions;
  }

  private static void add(double[][][] some, double[][][] sums) {
    for (int power = 0; power < sums.length; power++) {
      for (int half = 0; half < 2; half++) {
        for (int unit = 0; unit < sums[power][half].length; unit++) {
          sums[power][half][unit] += some[power][half][unit];
        }
      }
    }
  }

  /** By power and half, Σ (t* - mean)^power (count - 1) for each unit. */
  private double[][][] sums(int number, double mean, double second) {
    double[][][] sums = new double[2][2][units.units()];
    each(
        number,
        (b, counts) -> {
          double d = replicates[b] - mean;
          if (Double.isFinite(d)) {
            double square = d * d - second;
            double[] first = sums[0][b % 2];
            double[] squares = sums[1][b % 2];
            for (int unit = 0; unit < first.length; unit++) {
              int more = counts[units.rows()[units.unitStarts()[unit]]] - 1;
              first[unit] += d * more;
              squares[unit] += square * more;
            }
          }
        });
    return sums;
  }

  private double[][] along(List<double[][]> directions) {
    double[][] along = new double[directions.size()][replicates.length];
    for (double[] control : along) {
      Arrays.fill(control, looked, control.length, Double.NaN);
    }
    IntStream.range(0, chunks())
        .parallel()
        .forEach(
            number ->
                each(
                    number,
                    (b, counts) -> {
                      for (int k = 0; k < along.length; k++) {
                        double[] direction = directions.get(k)[b % 2];
                        double sum = 0;
                        for (int unit = 0; unit < direction.length; unit++) {
                          int count = counts[units.rows()[units.unitStarts()[unit]]];
                          sum += direction[unit] * (count - 1);
                        }
                        along[k][b] = sum;
                      }
                    }));
    return along;
  }

  /** What is done with a resample's counts. */
  @FunctionalInterface
  private interface OfCounts {
    void take(int replicate, int[] counts);
  }

  private void each(int number, OfCounts action) {
    Resampling.Sampler sampler = bootstrap.sampler();
    int from = number * chunk;
    RandomStream random = RandomStream.of(bootstrap.seed(), Purpose.RESAMPLE, from);
    for (int b = from; b < Math.min(looked, from + chunk); b++) {
      Resample drawn = sampler.draw(random.moveTo(b));
      action.take(b, drawn.counts());
    }
  }
}
