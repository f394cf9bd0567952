package dev.parallax.bootstrap;

import dev.parallax.model.LeaveOneOut;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * A statistic with the standard error that the jackknife gives it on each resample, for studentized
 * intervals: as many evaluations more as the resample has different rows. Values that bring a
 * standard error of their own are left as they are.
 *
 * <p>The standard error of value {@code name} is the value {@code name.standard_error}; that of the
 * one value {@code replicate} is {@code standard_error}. A user's own statistic that has values of
 * these names needs no jackknife.
 */
public final class StandardErrors implements Statistic {
  private static final long serialVersionUID = 1L;

  private static final String SUFFIX = "standard_error";

  private final Statistic statistic;
  private final ArrayList<String> responses;

  /** Which values get a standard error, in the order in which these follow the values. */
  private final int[] lacking;

  private StandardErrors(Statistic statistic) {
    this.statistic = statistic;
    List<String> own = statistic.responses();
    lacking = lacking(own);
    responses = new ArrayList<>(own);
    for (int k : lacking) {
      responses.add(nameFor(own.get(k)));
    }
  }

  /** The statistic with a standard error for each of its values. */
  public static Statistic with(Statistic statistic) {
    return lacking(statistic.responses()).length == 0 ? statistic : new StandardErrors(statistic);
  }

  private static int[] lacking(List<String> names) {
    return java.util.stream.IntStream.range(0, names.size())
        .filter(k -> !isError(names, k) && !names.contains(nameFor(names.get(k))))
        .toArray();
  }

  /** Where the standard error of value k is among the values, -1 if there is none. */
  static int place(List<String> names, int k) {
    return names.indexOf(nameFor(names.get(k)));
  }

  /** Whether value k is the standard error of another. */
  static boolean isError(List<String> names, int k) {
    String name = names.get(k);
    return names.stream().anyMatch(other -> nameFor(other).equals(name));
  }

  private static String nameFor(String name) {
    return name.equals("replicate") ? SUFFIX : name + "." + SUFFIX;
  }

  /** The statistic as it was before it got standard errors. */
  static Statistic without(Statistic statistic) {
    return statistic instanceof StandardErrors errors ? errors.statistic : statistic;
  }

  @Override
  public int columns() {
    return statistic.columns();
  }

  @Override
  public List<String> responses() {
    return List.copyOf(responses);
  }

  @Override
  public boolean twoSamples() {
    return statistic.twoSamples();
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Prepared prepared = statistic.prepare(columns);
    double[] samples = twoSamples() ? columns[1] : new double[columns[0].length];
    return () -> Evaluator.several(new Inner(prepared.evaluator(), samples)::evaluate);
  }

  /** One thread's own. */
  private final class Inner {
    private final Evaluator evaluator;
    private final double[] samples;
    private final int values = statistic.responses().size();
    private final double[] leftOut = new double[values];

    /** For each sample and value: how many draws, Σ c d, Σ c d², d from the resample's value. */
    private final double[][][] sums = new double[2][values][2];

    private final double[] draws = new double[2];

    Inner(Evaluator evaluator, double[] samples) {
      this.evaluator = evaluator;
      this.samples = samples;
    }

    void evaluate(Resample resample, double[] all) {
      evaluator.evaluate(resample, all);
      clear();
      int[] counts = resample.counts().clone();
      int[] rows = resample.rows();
      LeaveOneOut without = rows.length < 2 ? null : resample.leavingOut();
      for (int place = 0; place < rows.length; place++) {
        int row = rows[place];
        int count = counts[row];
        if (count > 0 && without != null) {
          counts[row] = 0; // its copies are the same draw
          evaluator.evaluate(without.at(place), leftOut);
          add(samples[row] == 0 ? 0 : 1, count, all);
        }
      }
      for (int k = 0; k < lacking.length; k++) {
        all[values + k] = error(lacking[k]);
      }
    }

    private void clear() {
      java.util.Arrays.fill(draws, 0);
      for (double[][] sample : sums) {
        for (double[] sum : sample) {
          java.util.Arrays.fill(sum, 0);
        }
      }
    }

    private void add(int sample, int count, double[] all) {
      draws[sample] += count;
      for (int k = 0; k < values; k++) {
        double d = leftOut[k] - all[k];
        sums[sample][k][0] += count * d;
        sums[sample][k][1] += count * d * d;
      }
    }

    private double error(int k) {
      double variance = 0;
      for (int s = 0; s < 2; s++) {
        double n = draws[s];
        double mean = sums[s][k][0] / n;
        variance += n == 0 ? 0 : (n - 1) / n * Math.max(0, sums[s][k][1] - n * mean * mean);
      }
      return Math.sqrt(variance);
    }
  }
}
