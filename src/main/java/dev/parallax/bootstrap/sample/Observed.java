package dev.parallax.bootstrap.sample;

import dev.parallax.engine.block.Failure;
import dev.parallax.model.Contrast;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A statistic of the rows as they are: of the distribution from which resamples are drawn, which
 * gives each row its weight where there are weights.
 */
public final class Observed {
  private Observed() {}

  /**
   * All values of the statistic, in the order of its responses.
   *
   * @throws IllegalArgumentException if one is undefined or the statistic throws
   */
  public static double[] values(Statistic statistic, Sample sample) {
    double[] values;
    try {
      values = of(statistic, sample, sample.columns());
    } catch (WithoutWeights | CancellationException e) {
      throw e;
    } catch (RuntimeException e) { // a user's own
      throw new IllegalArgumentException(
          "the statistic fails on the rows as they are: " + Failure.of(0, e).text(), e);
    }
    for (int k = 0; k < values.length; k++) {
      if (Double.isNaN(values[k])) {
        throw new IllegalArgumentException(
            (values.length == 1 ? "the statistic" : statistic.responses().get(k))
                + " is undefined for these rows of "
                + String.join(", ", sample.names()));
      }
    }
    return values;
  }

  /**
   * For each value how far two of them may be apart by the rounding of the data alone.
   *
   * @see DataRounding
   */
  public static double[] rounding(Statistic statistic, Sample sample) {
    DataRounding.Values values = columns -> of(statistic, sample, columns);
    int count = statistic.responses().size();
    double[] rounding =
        statistic.elsewhere()
            ? DataRounding.ofCoarse(values, sample.columns(), sample.numbers(), count)
            : DataRounding.of(values, sample.columns(), sample.numbers());
    List<Contrast> contrasts = StandardErrors.without(statistic).contrasts();
    for (int k = 0; k < contrasts.size(); k++) {
      rounding[k] = contrasts.get(k) == Contrast.OF_RANKS ? 0 : rounding[k];
    }
    return rounding;
  }

  /** The values of other columns of as many rows. */
  private static double[] of(Statistic statistic, Sample sample, double[][] columns) {
    double[] values = new double[statistic.responses().size()];
    Statistic.Evaluator evaluator = statistic.prepare(columns).evaluator();
    double[] draws = sample.design().expectedDraws();
    if (draws.length == 0) {
      evaluator.evaluate(Resample.everyRow(sample.rows()), values);
    } else if (evaluator instanceof Statistic.Weighted weighted) {
      weighted.weigh(draws, values);
    } else {
      throw new WithoutWeights();
    }
    return values;
  }

  /** Said of a statistic that has no weighted form. */
  private static final class WithoutWeights extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    WithoutWeights() {
      super(
          "weights are for a statistic that takes weights, as mean, sd, pearson or slope does:"
              + " another has no value of the weighted rows that its replicates could be compared"
              + " with");
    }
  }
}
