package dev.parallax.bootstrap.sample;

import dev.parallax.model.Exchange;
import dev.parallax.model.LeaveOneOut;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.statistic.sums.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Of a unit that is not chosen yet. */
  private static final int UNKNOWN = Integer.MIN_VALUE;

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
  public static int place(List<String> names, int k) {
    return names.indexOf(nameFor(names.get(k)));
  }

  /** Whether value k is the standard error of another. */
  public static boolean isError(List<String> names, int k) {
    String name = names.get(k);
    return names.stream().anyMatch(other -> nameFor(other).equals(name));
  }

  private static String nameFor(String name) {
    return name.equals("replicate") ? SUFFIX : name + "." + SUFFIX;
  }

  /** The statistic as it was before it got standard errors. */
  public static Statistic without(Statistic statistic) {
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
  public List<Unit> units() {
    List<Unit> own = statistic.units();
    List<Unit> all = new ArrayList<>(own);
    for (int k : lacking) {
      all.add(own.get(k));
    }
    return List.copyOf(all);
  }

  @Override
  public Optional<Exchange> exchange() {
    return statistic.exchange();
  }

  @Override
  public boolean throughOrigin() {
    return statistic.throughOrigin();
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Prepared prepared = statistic.prepare(columns);
    double[][] near = Translation.near(statistic, columns);
    Prepared changing = near == columns ? prepared : statistic.prepare(near);
    double[] samples = twoSamples() ? columns[1] : new double[columns[0].length];
    return () -> {
      Evaluator evaluator = prepared.evaluator();
      Evaluator other = changing == prepared ? evaluator : changing.evaluator();
      return Evaluator.several(new Inner(evaluator, other, samples)::evaluate);
    };
  }

  /** One thread's own. */
  private final class Inner {
    private final Evaluator evaluator;

    /** That of values of which differences are taken. */
    private final Evaluator changing;

    private final double[] whole;
    private final double[] samples;
    private final int values = statistic.responses().size();
    private final double[] leftOut = new double[values];

    /** For each sample and value: how many draws, Σ c d, Σ c d², d from the resample's value. */
    private final double[][][] sums = new double[2][values][2];

    /** The unit of each value's d is 2 to this, so that its squares are in range. */
    private final int[] exponents = new int[values];

    private final double[] draws = new double[2];

    Inner(Evaluator evaluator, Evaluator changing, double[] samples) {
      this.evaluator = evaluator;
      this.changing = changing;
      whole = new double[values];
      this.samples = samples;
    }

    void evaluate(Resample resample, double[] all) {
      evaluator.evaluate(resample, all);
      if (changing == evaluator) {
        System.arraycopy(all, 0, whole, 0, values);
      } else {
        changing.evaluate(resample, whole);
      }
      clear();
      int[] counts = resample.counts().clone();
      int[] rows = resample.rows();
      LeaveOneOut without = rows.length < 2 ? null : resample.leavingOut();
      for (int place = 0; place < rows.length; place++) {
        int row = rows[place];
        int count = counts[row];
        if (count > 0 && without != null) {
          counts[row] = 0; // its copies are the same draw
          changing.evaluate(without.at(place), leftOut);
          add(samples[row] == 0 ? 0 : 1, count);
        }
      }
      for (int k = 0; k < lacking.length; k++) {
        all[values + k] = error(lacking[k]);
      }
    }

    private void clear() {
      java.util.Arrays.fill(draws, 0);
      java.util.Arrays.fill(exponents, UNKNOWN);
      for (double[][] sample : sums) {
        for (double[] sum : sample) {
          java.util.Arrays.fill(sum, 0);
        }
      }
    }

    private void add(int sample, int count) {
      draws[sample] += count;
      for (int k = 0; k < values; k++) {
        double change = leftOut[k] - whole[k];
        if (exponents[k] == UNKNOWN && change != 0) {
          exponents[k] = Double.isFinite(change) ? Math.getExponent(change) : 0;
        }
        double d = exponents[k] == UNKNOWN ? 0 : Math.scalb(change, -exponents[k]);
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
      return exponents[k] == UNKNOWN
          ? Math.sqrt(variance)
          : Math.scalb(Math.sqrt(variance), exponents[k]);
    }
  }
}
