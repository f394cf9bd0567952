package dev.parallax.run;

import dev.parallax.engine.Engine;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.SubsetTask;
import dev.parallax.engine.Workload;
import dev.parallax.engine.Workload.Pass;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.text.Digits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Some items of a run computed again, and compared bit for bit.
 *
 * @param items how many
 * @param differences where the two are not the same, one line with both values each
 */
public record Verification(int items, List<String> differences) {

  /** Copies the list. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /**
   * Computes items of a run again, chosen at random by the job's seed.
   *
   * @param store the run's results
   * @param engine what they are computed on again, such as the serial engine
   * @param limits what each is allowed
   * @param count how many; all, if there are not so many
   */
  public static <S extends Serializable> Verification of(
      Workload<S> workload, Store store, Engine engine, ItemLimits limits, int count) {
    long[] items = choice(workload.items(), count, workload.seed());
    List<String> differences = new ArrayList<>();
    Consumer<BlockResult> comparison =
        again -> differences.addAll(new Comparison(workload, items, again).with(store));
    if (workload.pass().isPresent()) {
      comparison.accept(passed(workload.pass().get(), items, engine, limits));
    } else {
      ItemTask<S> task = ItemTask.of(workload, workload.function(), limits);
      engine.map(
          new SubsetTask<>(task),
          SubsetTask.slices(workload, items, 1),
          again -> comparison.accept(again.result()));
    }
    return new Verification(items.length, differences);
  }

  private static <T extends Serializable> BlockResult passed(
      Pass<T> pass, long[] items, Engine engine, ItemLimits limits) {
    Workload<T> stage = pass.over(items);
    try (Store store = Runner.temporary(stage)) {
      engine.map(
          ItemTask.of(stage, stage.function(), limits),
          Block.split(stage.items(), 1).stream().map(stage::slice).toList(),
          store::add);
      return pass.results(items, store);
    }
  }

  /**
   * Distinct items in order, every choice equally likely (Floyd 1987, doi:10.1145/30401.315746).
   */
  static long[] choice(long items, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Long> chosen = new TreeSet<>();
    for (long last = Math.max(0, items - count); last < items; last++) {
      long item = random.nextLong(last + 1);
      if (!chosen.add(item)) {
        chosen.add(last);
      }
    }
    return chosen.stream().mapToLong(Long::longValue).toArray();
  }

  /** Compares what was computed again with what is kept. */
  @SuppressWarnings("ArrayRecordComponent") // never handed out
  private record Comparison(Workload<?> workload, long[] items, BlockResult again) {

    List<String> with(Store store) {
      List<String> differences = new ArrayList<>();
      Map<Long, Failure> failed = byItem(again);
      int next = 0;
      for (Outcome outcome : store) {
        Map<Long, Failure> failedBefore = byItem(outcome.result());
        for (; next < items.length && items[next] < outcome.block().end(); next++) {
          Failure before = failedBefore.get(items[next]);
          Failure now = failed.get(items[next]);
          if (before != null || now != null) {
            addFailure(before, now, items[next], outcome.effort().where(), differences);
          } else {
            int entry = (int) (items[next] - outcome.block().first());
            addValues(outcome, entry, next, differences);
          }
        }
      }
      return differences;
    }

    private static Map<Long, Failure> byItem(BlockResult result) {
      return result.failures().stream()
          .collect(Collectors.toMap(Failure::item, Function.identity()));
    }

    /** Two failures agree: a message may tell the time of day. */
    private static void addFailure(
        Failure before, Failure now, long item, String where, List<String> differences) {
      if (before == null || now == null) {
        String kept = before == null ? "a result" : "a failure (" + before.text() + ")";
        String then = now == null ? "a result" : "a failure (" + now.text() + ")";
        differences.add("item " + item + " was " + kept + " on " + where + ", and is now " + then);
      }
    }

    private void addValues(Outcome outcome, int entry, int place, List<String> differences) {
      for (int c = 0; c < again.columns().size(); c++) {
        Column before = outcome.result().columns().get(c);
        Column now = again.columns().get(c);
        if (!before.isSame(entry, now, place)) {
          String name = workload.responses().get(c).name();
          long item = outcome.block().first() + entry;
          differences.add(
              "item "
                  + item
                  + (": "
                      + name
                      + " was "
                      + text(before, entry)
                      + " on "
                      + outcome.effort().where())
                  + (", and is now " + text(now, place)));
        }
      }
    }

    private static String text(Column column, int entry) {
      return switch (column.type()) {
        case DOUBLE -> Digits.shortest(column.number(entry));
        case LONG -> Long.toString(column.bits(entry));
        case BOOLEAN -> Boolean.toString(column.bits(entry) != 0);
        case TEXT -> "'" + ((Column.Texts) column).values()[entry] + "'";
      };
    }
  }
}
