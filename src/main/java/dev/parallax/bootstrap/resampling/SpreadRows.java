package dev.parallax.bootstrap.resampling;

import dev.parallax.engine.EngineException;
import dev.parallax.engine.Workload;
import dev.parallax.engine.Workload.Pass;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.model.SampleMoments;
import dev.parallax.model.Statistic;
import dev.parallax.model.Statistic.FromMoments;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Poisson bootstrap of a large table in one pass: the rows, not the replicates, are spread over
 * the slices, so that no worker needs them all. The counts are those of {@link PoissonResampling};
 * the sums of the stretches of rows are added in their order, with the rounding errors carried
 * along (Neumaier's summation, doi:10.1002/zamm.19740540106).
 *
 * @param rows the columns
 * @param function makes the statistic's values of moments
 * @param values how many values it has
 * @param seed what the counts come from
 */
public record SpreadRows(ScaledColumns rows, FromMoments function, int values, long seed)
    implements Pass<RowSpan> {

  /** The pass of a statistic of columns, if it can be told by moments. */
  public static Optional<SpreadRows> of(Statistic statistic, double[][] columns, long seed) {
    int values = statistic.responses().size();
    return statistic
        .fromMoments()
        .map(function -> new SpreadRows(ScaledColumns.of(columns), function, values, seed));
  }

  @Override
  public String name() {
    return "sums-of-rows";
  }

  @Override
  public Workload<RowSpan> over(long[] replicates) {
    return new PoissonSums(rows, replicates, seed);
  }

  @Override
  public BlockResult results(long[] replicates, Iterable<Outcome> pass) {
    Totals totals = new Totals(replicates.length);
    pass.forEach(totals::take);
    double[][] results = new double[values][replicates.length];
    double[] own = new double[values];
    for (int b = 0; b < replicates.length; b++) {
      SampleMoments moments = rows.scaling().moments(totals.of(b));
      Arrays.fill(own, Double.NaN);
      if (moments.rows() > 0) {
        function.evaluate(moments, own);
      }
      for (int k = 0; k < values; k++) {
        results[k][b] = own[k];
      }
    }
    List<Column> columns = Arrays.stream(results).<Column>map(Column.Doubles::new).toList();
    return new BlockResult(columns, List.of());
  }

  /** The sums of each replicate, as stretches are added to them in their order. */
  private static final class Totals {
    private final int replicates;
    private double[][] sums = new double[0][];
    private double[][] lost = new double[0][];

    Totals(int replicates) {
      this.replicates = replicates;
    }

    void take(Outcome outcome) {
      outcome.result().failures().forEach(Totals::refuse);
      List<Column> columns = outcome.result().columns();
      if (sums.length == 0) {
        sums = new double[columns.size()][replicates];
        lost = new double[columns.size()][replicates];
      }
      for (int k = 0; k < sums.length; k++) {
        Column column = columns.get(k);
        for (int i = 0; i < column.size(); i++) {
          add(k, (int) (outcome.block().item(i) % replicates), column.number(i));
        }
      }
    }

    private static void refuse(Failure failure) {
      throw new EngineException(failure.text(), null);
    }

    private void add(int k, int b, double term) {
      double sum = sums[k][b];
      double next = sum + term;
      lost[k][b] += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sums[k][b] = next;
    }

    double[] of(int b) {
      double[] all = new double[sums.length];
      Arrays.setAll(all, k -> sums[k][b] + lost[k][b]);
      return all;
    }
  }
}
