package dev.parallax.bootstrap;

import dev.parallax.bootstrap.resampling.DrawnRows;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.resampling.InSeries;
import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.LeaveOneOut;
import dev.parallax.model.Resample;
import dev.parallax.model.Resamples;
import dev.parallax.model.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A statistic with one row left out at a time, or one cluster, if these are drawn whole. The items
 * are the rows, or the clusters; nothing is random.
 */
public final class Jackknife implements Workload<Nothing> {
  private final Statistic statistic;
  private final double[][] columns;
  private final Units units;
  private final double itemSeconds;

  private Jackknife(Statistic statistic, double[][] columns, Units units, double itemSeconds) {
    this.statistic = statistic;
    this.columns = columns;
    this.units = units;
    this.itemSeconds = itemSeconds;
  }

  /**
   * Whether leaving out rows tells what a bootstrap's intervals need to know: not where a series is
   * drawn in runs, some rows are likelier than others, or values are drawn from a model.
   */
  public static boolean suits(Bootstrap bootstrap) {
    return bootstrap.exchangeable()
        && bootstrap.kind() != ResamplingKind.PARAMETRIC_NORMAL
        && bootstrap.errorMode() != ErrorMode.PERTURB
        && bootstrap.sample().design().weights().length == 0;
  }

  /** The jackknife of what a bootstrap resamples. */
  public static Jackknife of(Bootstrap bootstrap) {
    return of(bootstrap, 0);
  }

  /**
   * The same, of which it is known how long it takes.
   *
   * @param itemSeconds the time of a resample, which is that of leaving out a row; 0 if unknown
   */
  public static Jackknife of(Bootstrap bootstrap, double itemSeconds) {
    Statistic statistic = StandardErrors.without(bootstrap.statistic());
    return new Jackknife(
        statistic,
        bootstrap.sample().columns(),
        bootstrap.sample().design().units(),
        statistic == bootstrap.statistic() ? itemSeconds : 0);
  }

  @Override
  public String name() {
    return "jackknife";
  }

  @Override
  public long items() {
    return units.units();
  }

  /** The number of each item's sample or stratum. */
  int[] samples() {
    int[] samples = new int[units.units()];
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      int from = units.stratumStarts()[stratum];
      int to = units.stratumStarts()[stratum + 1];
      for (int unit = from; unit < to; unit++) {
        samples[item(unit)] = stratum;
      }
    }
    return samples;
  }

  /** A row's item has the row's number, whatever the order of the strata. */
  private int item(int unit) {
    return units.single() ? units.rows()[unit] : unit;
  }

  @Override
  public long seed() {
    return 0;
  }

  @Override
  public List<Response> responses() {
    return statistic.responses().stream()
        .map(name -> new Response(name, ColumnType.DOUBLE))
        .toList();
  }

  @Override
  public BlockFunction<Nothing> function() {
    return new LeavingOut(statistic, columns, units);
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }

  @Override
  public double openingSeconds() {
    return statistic.openingSeconds(columns);
  }

  @Override
  public double itemSeconds() {
    return itemSeconds;
  }

  /** All of it, computed here and now: the statistic's values without each row, by their names. */
  public Function<String, double[]> values() {
    Block all = new Block(0, 0, (int) items());
    BlockResult made = ItemTask.of(function()).result(slice(all));
    return name -> made.doubles(statistic.responses().indexOf(name), all);
  }

  /** Evaluates the statistic without each of a block's rows. */
  private static final class LeavingOut implements BlockFunction<Nothing> {
    private static final long serialVersionUID = 1L;

    private final Statistic statistic;
    private final double[][] columns;
    private final Units units;
    private transient Statistic.Prepared prepared;

    LeavingOut(Statistic statistic, double[][] columns, Units units) {
      this.statistic = statistic;
      this.columns = columns;
      this.units = units;
    }

    private synchronized Statistic.Prepared prepared() {
      if (prepared == null) {
        prepared = statistic.prepare(columns);
      }
      return prepared;
    }

    @Override
    public List<Column> apply(Slice<Nothing> slice, ItemLoop items) {
      Block block = slice.block();
      double[][] results = new double[statistic.responses().size()][block.size()];
      if (prepared() instanceof Statistic.Ahead ahead) {
        new InSeries(ahead, resamples(block)).evaluate(items, results);
      } else {
        oneByOne(block, items, results);
      }
      return Arrays.stream(results).<Column>map(Column.Doubles::new).toList();
    }

    private Resamples resamples(Block block) {
      Resamples.Sequence without =
          () -> {
            IntFunction<Resample> one = without();
            return place -> one.apply((int) block.item(place));
          };
      return new Resamples(0, block.index(), block::item, block.size(), without, false);
    }

    private void oneByOne(Block block, ItemLoop items, double[][] results) {
      double[] values = new double[results.length];
      Statistic.Evaluator evaluator = prepared().evaluator();
      IntFunction<Resample> without = without();
      items.forEach(
          i -> {
            evaluator.evaluate(without.apply((int) block.first() + i), values);
            for (int k = 0; k < values.length; k++) {
              results[k][i] = values[k];
            }
          });
    }

    private IntFunction<Resample> without() {
      return units.single() ? withoutRow() : withoutUnit();
    }

    private IntFunction<Resample> withoutRow() {
      LeaveOneOut rows = Resample.everyRow(columns[0].length).leavingOut();
      return rows::at;
    }

    private IntFunction<Resample> withoutUnit() {
      DrawnRows rows = new DrawnRows(columns[0].length);
      return unit -> {
        rows.clear();
        rows.add(units.rows(), 0, units.unitStarts()[unit]);
        rows.add(units.rows(), units.unitStarts()[unit + 1], units.rows().length);
        return rows.done();
      };
    }
  }
}
