package dev.parallax.bench;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.random.RandomStream;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per resampled row of Pearson's r at a million rows, beside a plain loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LargeTableBenchmark {
  private static final int ROWS = 1_000_000;
  private static final int RESAMPLES = 8;

  private final double[] x = new double[ROWS];
  private final double[] y = new double[ROWS];
  private final int[] rows = new int[ROWS];
  private final RandomStream random = RandomStream.of(2, 0);
  private Bootstrap bootstrap;
  private long resample;

  private ItemTask<Nothing> task;

  /** Makes two correlated columns. */
  @Setup
  public void draw() {
    for (int i = 0; i < ROWS; i++) {
      x[i] = random.nextGaussian();
      y[i] = x[i] + random.nextGaussian();
    }
    Table table = Table.of("t").with("x", x).with("y", y);
    bootstrap = Bootstrap.of(new Pearson(), table, "x", "y");
    task = ItemTask.of(bootstrap.function());
  }

  @Benchmark
  @OperationsPerInvocation(RESAMPLES * ROWS)
  @Fork(value = 1, jvmArgsAppend = "-Dparallax.vector=on")
  public BlockResult parallax() {
    Block block = new Block(0, resample, RESAMPLES);
    resample += RESAMPLES;
    return task.result(bootstrap.slice(block));
  }

  /** Indices drawn in a row, five sums in one loop over the whole table. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double plainLoop() {
    random.bounded(ROWS, rows, 0, ROWS);
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int row : rows) {
      double a = x[row];
      double b = y[row];
      sx += a;
      sy += b;
      sxx += a * a;
      syy += b * b;
      sxy += a * b;
    }
    double n = ROWS;
    return (sxy - sx * sy / n) / Math.sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
  }
}
