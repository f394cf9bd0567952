package dev.parallax.bootstrap.sample;

import dev.parallax.model.Exchange;
import dev.parallax.model.LeaveOneOut;
import dev.parallax.model.Resample;
import dev.parallax.model.Resamples;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.statistic.sums.Translation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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
    return IntStream.range(0, names.size())
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
  public boolean isAboutLine() {
    return statistic.isAboutLine();
  }

  @Override
  public boolean throughOrigin() {
    return statistic.throughOrigin();
  }

  @Override
  public boolean takesConstants() {
    return statistic.takesConstants();
  }

  @Override
  public boolean elsewhere() {
    return statistic.elsewhere();
  }

  @Override
  public double openingSeconds(double[][] columns) {
    return statistic.openingSeconds(columns);
  }

  @Override
  public int measured() {
    return statistic.measured();
  }

  @Override
  public String line() {
    return statistic.line();
  }

  @Override
  public Prepared prepare(double[][] columns) {
    Prepared prepared = statistic.prepare(columns);
    if (prepared instanceof Ahead ahead) {
      return new WithLeftOut(ahead, twoSamples() ? columns[1] : new double[columns[0].length]);
    }
    double[][] near = Translation.near(statistic, columns);
    Prepared changing = near == columns ? prepared : statistic.prepare(near);
    double[] samples = twoSamples() ? columns[1] : new double[columns[0].length];
    return () -> {
      Evaluator evaluator = prepared.evaluator();
      Evaluator other = changing == prepared ? evaluator : changing.evaluator();
      return Evaluator.several(new Inner(evaluator, other, samples)::evaluate);
    };
  }

  /** Of a statistic that is told of resamples beforehand: of each with those that it leaves. */
  private final class WithLeftOut implements Ahead {
    private final Ahead ahead;
    private final double[] samples;

    WithLeftOut(Ahead ahead, double[] samples) {
      this.ahead = ahead;
      this.samples = samples;
    }

    @Override
    public Evaluator evaluator() {
      return Ahead.oneByOne(this, responses.size());
    }

    @Override
    public Resamples.Series open(Resamples resamples) {
      return new Told(ahead, resamples, samples);
    }
  }

  /** The resamples of a block, for all that is evaluated of each. */
  private final class Told implements Resamples.Series {
    private final LeftOut leftOut;
    private final IntFunction<Resample> pass;
    private final Resamples.Series series;
    private final Inner inner;
    private int next;

    Told(Ahead ahead, Resamples resamples, double[] samples) {
      leftOut = new LeftOut(resamples);
      pass = resamples.sequence().pass();
      series = ahead.open(leftOut.told());
      Evaluator inOrder = Evaluator.several((resample, values) -> series.evaluate(next++, values));
      inner = new Inner(inOrder, inOrder, samples);
    }

    @Override
    public void evaluate(int place, double[] values) {
      next = leftOut.from[place];
      inner.evaluate(pass.apply(place), values);
    }

    @Override
    public boolean holds() {
      return series.holds();
    }

    @Override
    public void close() {
      series.close();
    }
  }

  /** Each resample of a block, and behind it the same without each of its different rows. */
  private static final class LeftOut {
    private final Resamples resamples;

    /** The place of each resample, and behind them how many there are in all. */
    private final int[] from;

    LeftOut(Resamples resamples) {
      this.resamples = resamples;
      from = new int[resamples.size() + 1];
      IntFunction<Resample> pass = resamples.sequence().pass();
      for (int place = 0; place < resamples.size(); place++) {
        from[place + 1] = Math.addExact(from[place], 1 + firstDraws(pass.apply(place)).length);
      }
    }

    Resamples told() {
      return new Resamples(
          resamples.seed(),
          resamples.slice(),
          line -> resamples.items().applyAsLong(place(line)),
          from[resamples.size()],
          () -> new Pass()::at,
          resamples.again());
    }

    private int place(int line) {
      int found = Arrays.binarySearch(from, line);
      return found >= 0 ? found : -found - 2;
    }

    /** One pass over them. */
    private final class Pass {
      private final IntFunction<Resample> draws = resamples.sequence().pass();
      private int place = -1;
      private Resample resample;
      private int[] first = {};
      private LeaveOneOut without;

      Resample at(int line) {
        int other = place(line);
        if (other != place) {
          place = other;
          resample = draws.apply(place);
          first = firstDraws(resample);
          without = first.length == 0 ? null : resample.leavingOut();
        }
        return line == from[place] ? resample : without.at(first[line - from[place] - 1]);
      }
    }
  }

  /** Where among a resample's draws each of its rows is for the first time; none of a single. */
  private static int[] firstDraws(Resample resample) {
    int[] rows = resample.rows();
    int[] counts = resample.counts().clone();
    int[] first = new int[rows.length];
    int size = 0;
    for (int draw = 0; draw < rows.length && rows.length > 1; draw++) {
      if (counts[rows[draw]] > 0) {
        counts[rows[draw]] = 0; // its copies are the same draw
        first[size++] = draw;
      }
    }
    return Arrays.copyOf(first, size);
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
      int[] rows = resample.rows();
      int[] counts = resample.counts();
      int[] first = firstDraws(resample);
      LeaveOneOut without = first.length == 0 ? null : resample.leavingOut();
      for (int draw : first) {
        changing.evaluate(without.at(draw), leftOut);
        add(samples[rows[draw]] == 0 ? 0 : 1, counts[rows[draw]]);
      }
      for (int k = 0; k < lacking.length; k++) {
        all[values + k] = error(lacking[k]);
      }
    }

    private void clear() {
      Arrays.fill(draws, 0);
      Arrays.fill(exponents, UNKNOWN);
      for (double[][] sample : sums) {
        for (double[] sum : sample) {
          Arrays.fill(sum, 0);
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
