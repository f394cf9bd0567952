package dev.parallax.bench;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.random.RandomStream;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per resampled row of a bootstrap, drawing included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StatisticsBenchmark {
  private static final int DRAWN = 60_000;

  /** The statistic. */
  @Param({"pearson", "spearman", "slope", "mean", "median", "sd"})
  private String statistic;

  /** How many rows the table has; up to 512 they are drawn one by one, beyond they are counted. */
  @Param({"300", "3000"})
  private int n;

  private double[] x;
  private double[] y;
  private double[] copyX;
  private double[] copyY;
  private int[] rows;
  private final RandomStream random = RandomStream.of(2, 0);
  private Bootstrap bootstrap;
  private ItemTask<Nothing> task;
  private long resample;

  /** Makes two correlated columns. */
  @Setup
  public void draw() {
    x = new double[n];
    y = new double[n];
    copyX = new double[n];
    copyY = new double[n];
    rows = new int[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = x[i] + random.nextGaussian();
    }
    Table table = Table.of("t").with("x", x).with("y", y);
    var chosen = Statistics.find(List.of(statistic));
    bootstrap =
        chosen.columns() == 2
            ? Bootstrap.of(chosen, table, "x", "y")
            : Bootstrap.of(chosen, table, "x");
    task = ItemTask.of(bootstrap.function());
  }

  @Benchmark
  @OperationsPerInvocation(DRAWN)
  @Fork(value = 1, jvmArgsAppend = "-Dparallax.vector=on")
  public BlockResult parallax() {
    Block block = new Block(0, resample, DRAWN / n);
    resample += DRAWN / n;
    return task.result(bootstrap.slice(block));
  }

  /** The rows are copied, then Commons Math is asked. */
  @Benchmark
  @OperationsPerInvocation(DRAWN)
  public double commonsMath() {
    double sum = 0;
    for (int b = 0; b < DRAWN / n; b++) {
      random.bounded(n, rows, 0, n);
      for (int k = 0; k < n; k++) {
        copyX[k] = x[rows[k]];
        copyY[k] = y[rows[k]];
      }
      sum += ofTheCopy();
    }
    return sum;
  }

  private double ofTheCopy() {
    return switch (statistic) {
      case "pearson" -> new PearsonsCorrelation().correlation(copyX, copyY);
      case "spearman" -> new SpearmansCorrelation().correlation(copyX, copyY);
      case "slope" -> {
        SimpleRegression regression = new SimpleRegression();
        for (int k = 0; k < n; k++) {
          regression.addData(copyX[k], copyY[k]);
        }
        yield regression.getSlope();
      }
      case "mean" -> new Mean().evaluate(copyX);
      case "median" -> new Median().evaluate(copyX);
      default -> new StandardDeviation().evaluate(copyX);
    };
  }
}
