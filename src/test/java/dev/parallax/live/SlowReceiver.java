package dev.parallax.live;

import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Slice;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A driver whose receiver keeps the first outcome until no more slices end, so that all others wait
 * for it. It prints how many megabytes of its heap were used then.
 */
public final class SlowReceiver {
  private static final int LOOKS = 5;
  private static final int QUIET_SECONDS = 3;

  private SlowReceiver() {}

  /**
   * Takes the master, a file of Spark's settings, an empty folder that executors see, the number of
   * slices and the number of doubles that each gives.
   */
  public static void main(String[] arguments) {
    SparkSettings settings =
        SparkSettings.ofSpark().withMaster(arguments[0]).withPropertiesFile(Path.of(arguments[1]));
    String folder = arguments[2];
    int count = Integer.parseInt(arguments[3]);
    int size = Integer.parseInt(arguments[4]);
    List<Slice<String>> slices =
        Block.split((long) count * size, count).stream()
            .map(block -> new Slice<>(block, folder))
            .toList();
    BitSet received = new BitSet();
    try (SparkEngine engine = SparkEngine.open(settings)) {
      engine.map(
          ItemTask.of(SlowReceiver::column),
          slices,
          outcome -> {
            if (received.isEmpty()) {
              awaitAll(folder, count);
              print("%d MB used", usedMegabytes());
            }
            Block block = outcome.block();
            Column values = outcome.result().columns().get(0);
            if (values.number(0) == block.first() && values.number(size - 1) == block.last()) {
              received.set(block.index());
            }
          });
    }
    print("%d outcomes", received.cardinality());
  }

  private static void print(String form, Object value) {
    System.out.println(String.format(Locale.ROOT, form, value));
  }

  /** The items' indices, and a mark that the slice has ended. */
  private static List<Column> column(Slice<String> slice, ItemLoop items) {
    double[] values = new double[slice.block().size()];
    items.forEach(i -> values[i] = slice.block().item(i));
    try {
      Files.createFile(Path.of(slice.data(), Integer.toString(slice.block().index())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(new Column.Doubles(values));
  }

  /** Waits until no more slices end: all have, or they wait for the receiver. */
  private static void awaitAll(String folder, int count) {
    try {
      int before = -1;
      int now = 0;
      while (now < count && now > before) {
        before = now;
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        now = Path.of(folder).toFile().list().length;
      }
      TimeUnit.SECONDS.sleep(1); // the last are on their way
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The least of some looks, as a look is too early for what has just been freed. */
  private static long usedMegabytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < LOOKS; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least >> 20;
  }
}
