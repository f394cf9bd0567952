package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
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
  private static final int CHUNK = 4096;

  /** So many chunks are in memory at a time. */
  private static final int AT_A_TIME = 16;

  private final Bootstrap bootstrap;
  private final Units units;
  private final double[] replicates;

  private BalancedControls(Bootstrap bootstrap, double[] replicates) {
    this.bootstrap = bootstrap;
    this.replicates = replicates;
    units = bootstrap.sample().design().units();
  }

  /**
   * The linear functions, each with a number for each replicate.
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
    BootstrapDistribution all = BootstrapDistribution.of(replicates);
    double mean = all.mean();
    double second = all.moments().second();
    double[][][] sums = new double[2][2][units.units()];
    int chunks = (replicates.length - 1) / CHUNK + 1;
    // Chunks of one size, added in order: the same sums on any number of threads.
    for (int first = 0; first < chunks; first += AT_A_TIME) {
      IntStream.range(first, Math.min(chunks, first + AT_A_TIME))
          .parallel()
          .mapToObj(chunk -> sums(chunk, mean, second))
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
  private double[][][] sums(int chunk, double mean, double second) {
    double[][][] sums = new double[2][2][units.units()];
    each(
        chunk,
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
    IntStream.range(0, (replicates.length - 1) / CHUNK + 1)
        .parallel()
        .forEach(
            chunk ->
                each(
                    chunk,
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

  private void each(int chunk, OfCounts action) {
    Resampling.Sampler sampler = bootstrap.sampler();
    int from = chunk * CHUNK;
    RandomStream random = RandomStream.of(bootstrap.seed(), Purpose.RESAMPLE, from);
    for (int b = from; b < Math.min(replicates.length, from + CHUNK); b++) {
      Resample drawn = sampler.draw(random.moveTo(b));
      action.take(b, drawn.counts());
    }
  }

  /**
   * Which share of the standard deviation of numbers is left when linear functions are taken away.
   *
   * @param numbers for each replicate, changed here
   * @param controls the functions, in the same order of the replicates; not changed
   */
  static double left(double[] numbers, double[][] controls) {
    centre(numbers);
    double all = product(numbers, numbers);
    double[][] basis = new double[controls.length][];
    for (int k = 0; k < controls.length; k++) {
      basis[k] = controls[k].clone();
      centre(basis[k]);
      double length = product(basis[k], basis[k]);
      for (int j = 0; j < k; j++) {
        takeAway(basis[j], basis[k]);
      }
      // What is left of one that the others contain is rounding.
      if (!(product(basis[k], basis[k]) > 1e-20 * length)) {
        Arrays.fill(basis[k], 0);
      }
    }
    for (double[] control : basis) {
      takeAway(control, numbers);
    }
    return all > 0 ? Math.sqrt(product(numbers, numbers) / all) : 1;
  }

  private static void centre(double[] numbers) {
    double mean = 0;
    for (double number : numbers) {
      mean += number / numbers.length;
    }
    for (int b = 0; b < numbers.length; b++) {
      numbers[b] -= mean;
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void takeAway(double[] control, double[] numbers) {
    double length = product(control, control);
    double share = length > 0 ? product(control, numbers) / length : 0;
    for (int b = 0; b < numbers.length; b++) {
      numbers[b] -= share * control[b];
    }
  }
}
