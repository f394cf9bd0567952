package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Perturbation;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.Resample;
import dev.parallax.model.Resamples;
import dev.parallax.model.Statistic;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** Draws the resamples of a block and evaluates a statistic on each. */
public final class Replication implements BlockFunction<Nothing> {
  private static final long serialVersionUID = 1L;

  private final Statistic statistic;
  private final double[][] columns;
  private final Resampling resampling;

  /** At most one: what makes the values of a replicate its own. */
  private final Perturbation[] perturbations;

  private final long seed;

  /** Made once in each process: what a statistic prepares depends on the data alone. */
  private transient Statistic.Prepared prepared;

  public Replication(
      Statistic statistic,
      double[][] columns,
      Resampling resampling,
      List<Perturbation> perturbations,
      long seed) {
    this.statistic = statistic;
    this.columns = columns;
    this.resampling = resampling;
    this.perturbations = perturbations.toArray(Perturbation[]::new);
    this.seed = seed;
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
    double[][] replicates = new double[statistic.responses().size()][block.size()];
    if (perturbations.length == 0 && prepared() instanceof Statistic.Ahead ahead) {
      new InSeries(ahead, resamples(block)).evaluate(items, replicates);
    } else {
      oneByOne(block, items, replicates);
    }
    return Arrays.stream(replicates).<Column>map(Column.Doubles::new).toList();
  }

  private Resamples resamples(Block block) {
    Resamples.Sequence draws =
        () -> {
          Resampling.Sampler sampler = resampling.sampler(columns[0].length);
          RandomStream random = RandomStream.of(seed, Purpose.RESAMPLE, block.first());
          return place -> sampler.draw(random.moveTo(block.item(place)));
        };
    return new Resamples(seed, block.index(), block::item, block.size(), draws, false);
  }

  private void oneByOne(Block block, ItemLoop items, double[][] replicates) {
    int count = replicates.length;
    double[] values = new double[count];
    Evaluation evaluate = evaluation();
    Resampling.Sampler sampler = resampling.sampler(columns[0].length);
    RandomStream random = RandomStream.of(seed, Purpose.RESAMPLE, block.first());
    items.forEach(
        i -> {
          random.moveTo(block.first() + i);
          evaluate.of(sampler.draw(random), random, values);
          for (int k = 0; k < count; k++) {
            replicates[k][i] = values[k];
          }
        });
  }

  /** Computes the statistic's values on a replicate's rows. */
  @FunctionalInterface
  private interface Evaluation {
    void of(Resample resample, RandomStream random, double[] values);
  }

  private Evaluation evaluation() {
    if (perturbations.length == 0) {
      Statistic.Evaluator evaluator = prepared().evaluator();
      return (resample, random, values) -> evaluator.evaluate(resample, values);
    }
    Perturbation perturbation = perturbations[0];
    return (resample, random, values) -> {
      double[][] own = perturbation.perturbed(columns, resample, random);
      // Values seen only once: what a statistic prepares is worth nothing but is its definition.
      Statistic.Evaluator evaluator = statistic.prepare(own).evaluator();
      evaluator.evaluate(Resample.everyRow(own[0].length), values);
    };
  }
}
