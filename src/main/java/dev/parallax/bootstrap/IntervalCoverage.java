package dev.parallax.bootstrap;

import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.model.Model;
import dev.parallax.model.Statistic;
import dev.parallax.random.RandomStream;
import dev.parallax.statistic.Mean;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import dev.parallax.text.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How often bootstrap intervals cover the truth, as a model for a parameter sweep: data are drawn
 * from a known distribution, bootstrapped, and each method's interval is looked at; and that again,
 * {@code trials} times.
 *
 * <p>Parameters: {@code rows}, how many rows a data set has; {@code correlation}, 0 for the mean of
 * one column, 1 for the correlation of two whose logarithms, or which themselves, have correlation
 * 1/2; {@code lognormal}, 0 for standard normal columns, 1 for their exponentials. The true mean is
 * then 0 or √e, the true correlation 1/2 or (√e - 1) / (e - 1).
 *
 * <p>Responses: for each method the share of the trials whose interval covers the truth, and {@code
 * undefined}, the share of trials without such intervals.
 *
 * @param trials how many data sets are drawn
 * @param resamples how many resamples of each
 * @param level the confidence level of the intervals
 */
public record IntervalCoverage(int trials, int resamples, double level) implements Model {
  private static final List<IntervalMethod> METHODS = Arrays.asList(IntervalMethod.values());

  /** 2000 trials of 999 resamples, at 95 %. */
  public IntervalCoverage() {
    this(2000, 999, 0.95);
  }

  /** Checks the settings. */
  public IntervalCoverage {
    if (trials < 1 || resamples < 2) {
      throw new IllegalArgumentException("trials must be 1 or more, resamples 2 or more");
    }
    Intervals.at(level); // checks it
  }

  @Override
  public List<String> parameters() {
    return List.of("rows", "correlation", "lognormal");
  }

  @Override
  public List<String> responses() {
    List<String> names = new ArrayList<>(Choices.names(IntervalMethod.class));
    names.add("undefined");
    return names;
  }

  @Override
  public double[] evaluate(double[] parameters, RandomStream random) {
    int rows = (int) parameters[0];
    boolean pair = parameters[1] != 0;
    boolean lognormal = parameters[2] != 0;
    double truth = truth(pair, lognormal);
    double[] covered = new double[METHODS.size() + 1];
    for (int trial = 0; trial < trials; trial++) {
      Table table = lognormalOrNormal(random, rows, lognormal);
      look(pair, table, random.nextLong(), truth, covered);
    }
    return Arrays.stream(covered).map(count -> count / trials).toArray();
  }

  private static double truth(boolean pair, boolean lognormal) {
    double root = StrictMath.exp(0.5);
    if (pair) {
      return lognormal ? (root - 1) / (StrictMath.exp(1) - 1) : 0.5;
    }
    return lognormal ? root : 0;
  }

  private static Table lognormalOrNormal(RandomStream random, int rows, boolean lognormal) {
    double[] x = new double[rows];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = random.nextGaussian();
      y[i] = 0.5 * x[i] + Math.sqrt(0.75) * random.nextGaussian();
      if (lognormal) {
        x[i] = StrictMath.exp(x[i]);
        y[i] = StrictMath.exp(y[i]);
      }
    }
    return Table.of("trial").with("x", x).with("y", y);
  }

  /** Bootstraps one data set and counts which intervals cover the truth. */
  private void look(boolean pair, Table table, long seed, double truth, double[] covered) {
    Statistic statistic = StandardErrors.with(pair ? new Pearson() : new Mean());
    String[] columns = pair ? new String[] {"x", "y"} : new String[] {"x"};
    Bootstrap bootstrap =
        Bootstrap.of(statistic, table, columns).withResamples(resamples).withSeed(seed);
    BootstrapResult result = BootstrapAnalysis.here(bootstrap, Intervals.at(level));
    boolean complete = result.intervals().size() == METHODS.size();
    for (Interval interval : result.intervals()) {
      complete &= Double.isFinite(interval.low()) && Double.isFinite(interval.high());
      if (interval.low() <= truth && truth <= interval.high()) {
        covered[
            METHODS.indexOf(Choices.find("interval", IntervalMethod.class, interval.method()))]++;
      }
    }
    covered[METHODS.size()] += complete ? 0 : 1;
  }

  @Override
  public Model withSettings(Map<String, String> settings) {
    IntervalCoverage changed = this;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      changed = changed.with(setting.getKey(), setting.getValue());
    }
    return changed;
  }

  private IntervalCoverage with(String name, String value) {
    try {
      return switch (name) {
        case "trials" -> new IntervalCoverage(Integer.parseInt(value), resamples, level);
        case "resamples" -> new IntervalCoverage(trials, Integer.parseInt(value), level);
        case "level" -> new IntervalCoverage(trials, resamples, Double.parseDouble(value));
        default ->
            throw dev.parallax.text.Spelling.unknown(
                "setting", name, List.of("trials", "resamples", "level"));
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting '" + name + "' must be a number, not '" + value + "'", e);
    }
  }
}
