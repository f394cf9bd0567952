package dev.parallax.live;

import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.run.ClusterSimulation;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures what a slice costs, as docs/scale.md says:
 *
 * <pre>java -cp target/test-classes:target/parallax.jar:'target/lib/*' \
 *     dev.parallax.live.DriverCost local[2]</pre>
 *
 * <p>With {@code cluster} in place of the master it starts the tests' cluster, two workers on this
 * machine, and measures there.
 */
public final class DriverCost {
  private static final int WARM = 3000;
  private static final int MANY = 50_000;
  private static final int STORED = 1000;
  private static final int LARGE = 50;
  private static final int LARGE_ITEMS = 3 << 17; // 3 MB
  private static final int[] MILLISECONDS = {5, 20, 50};
  private static final int LASTS = 4000; // milliseconds of work for each core

  private final SparkEngine engine;

  private DriverCost(SparkEngine engine) {
    this.engine = engine;
  }

  /** Takes a master and a file of Spark's settings, or {@code cluster}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("cluster")) {
      onCluster(Arrays.stream(arguments).skip(1).toList());
      return;
    }
    SparkSettings settings = SparkSettings.ofSpark().withMaster(arguments[0]);
    if (arguments.length > 1) {
      settings = settings.withPropertiesFile(Path.of(arguments[1]));
    }
    try (SparkEngine engine = SparkEngine.open(settings)) {
      new DriverCost(engine).measure();
    }
  }

  /** In turn on {@code local[2]} and on the cluster, so that both see the machine as it is. */
  private static void onCluster(List<String> rounds) throws IOException {
    Path folder = Files.createTempDirectory("cost");
    try (Cluster cluster = new Cluster(folder)) {
      String classes = "spark.executor.extraClassPath " + Child.TEST_CLASSES + ":" + Child.JAR;
      String settings = cluster.settings(classes).toString();
      for (int round = 0; round < Math.max(1, rounds.size()); round++) {
        print("%nlocal[2]");
        run("local[2]");
        print("%ntwo workers of one core");
        run(cluster.url(), settings);
      }
    }
  }

  private static void run(String... arguments) {
    try (Child run = Child.program(DriverCost.class, arguments)) {
      run.status();
      System.out.print(run.err() + run.out());
    }
  }

  private void measure() throws IOException, InterruptedException {
    timed(WARM, 0, 1);
    int cores = engine.parallelism();
    Map<String, Long> before = processorTime();
    double gap = timed(WARM, 0, 1) / WARM * cores;
    print("%d cores; slices of 0 ms: %.0f a second, %.2f ms each", cores, cores / gap, 1e3 * gap);
    spent(before, WARM);
    for (int pause : MILLISECONDS) {
      int slices = cores * LASTS / pause;
      double predicted = ClusterSimulation.seconds(slices, 1e-3 * pause, cores, gap);
      double seconds = timed(slices, pause, 1);
      print(
          "slices of %d ms: foreseen %.0f a second, are %.0f (%+.0f %%); beside their work %.2f ms",
          pause,
          slices / predicted,
          slices / seconds,
          100 * (predicted / seconds - 1),
          1e3 * seconds / slices * cores - pause);
    }
    timed(LARGE / 2, 0, LARGE_ITEMS);
    before = processorTime();
    double seconds = timed(LARGE, 0, LARGE_ITEMS);
    print("slices of 3 MB: %.2f ns a byte", 1e9 * seconds / (8.0 * LARGE * LARGE_ITEMS));
    spent(before, LARGE);
    print("%.2f ms to keep an outcome on disk", 1e3 * kept());
    if (engine.master().startsWith("local")) {
      print("%d slices: %.0f bytes of the driver's memory each", MANY, memory());
    }
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private static List<Column> column(Slice<Integer> slice, ItemLoop items) {
    try {
      TimeUnit.MILLISECONDS.sleep(slice.data());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    double[] values = new double[slice.block().size()];
    items.forEach(i -> values[i] = i);
    return List.of(new Column.Doubles(values));
  }

  private static List<Slice<Integer>> slices(int count, int pause, int items) {
    return Block.split((long) count * items, count).stream()
        .map(block -> new Slice<>(block, pause))
        .toList();
  }

  /** The seconds that slices take which pause so long and give so many doubles. */
  private double timed(int count, int pause, int items) {
    long start = System.nanoTime();
    engine.map(ItemTask.of(DriverCost::column), slices(count, pause, items), outcome -> {});
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Seconds that it takes to keep a small outcome on disk. */
  private double kept() throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    engine.map(ItemTask.of(DriverCost::column), slices(STORED, 0, 1), outcomes::add);
    try (Store store = new DiskStore(Files.createTempDirectory("kept"))) {
      long start = System.nanoTime();
      outcomes.forEach(store::add);
      return (System.nanoTime() - start) * 1e-9 / STORED;
    }
  }

  /** Bytes that a slice takes on the driver once nearly all have been handed out. */
  private double memory() throws InterruptedException {
    long before = used();
    long[] then = new long[2];
    engine.map(
        ItemTask.of(DriverCost::column),
        slices(MANY, 0, 1),
        outcome -> {
          if (++then[0] == MANY * 9 / 10) {
            then[1] = used();
          }
        });
    return (then[1] - before) / (double) MANY;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Nanoseconds of processor time by the threads' names, without their numbers. */
  private static Map<String, Long> processorTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Long> all = new TreeMap<>();
    for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null) {
        String name = info.getThreadName().replaceAll("[- ]*[0-9].*", "");
        all.merge(name, threads.getThreadCpuTime(info.getThreadId()), Long::sum);
      }
    }
    return all;
  }

  private static void spent(Map<String, Long> before, int slices) {
    processorTime()
        .forEach(
            (name, nanos) -> {
              double each = (nanos - before.getOrDefault(name, 0L)) * 1e-3 / slices;
              if (each > 10) {
                print("    %-40s %7.0f us of a processor each", name, each);
              }
            });
  }
}
