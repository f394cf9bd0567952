package dev.parallax.report.figure.selection;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.run.Run;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a picture needs of a run's items: all of them, or of very many some millions of numbers, of
 * items chosen alike from everywhere and always the same.
 */
final class GatheredItems {
  private static final long MOST_ITEMS = 1 << 20;
  private static final long MOST_NUMBERS = 1 << 23;

  /** What part of the heap they may take, where that is small. */
  private static final long SHARE_OF_HEAP = 16;

  private final Run run;
  private final Workload<?> workload;
  private final int inputs;
  private final double share;
  private final double[][] columns;
  private int size;

  private GatheredItems(Run run) {
    this.run = run;
    this.workload = run.workload();
    this.inputs = workload.inputs().size();
    int width = inputs + workload.responses().size();
    long items = workload.items();
    long heap = Runtime.getRuntime().maxMemory() / (SHARE_OF_HEAP * Double.BYTES);
    double numbers = Math.min(MOST_NUMBERS, heap);
    double most = Math.min(MOST_ITEMS, numbers / Math.max(1, width));
    this.share = Math.min(1, most / items);
    int room = (int) Math.min(items, (long) (most + 10 * Math.sqrt(most)));
    this.columns = new double[width][room];
  }

  /** Takes them from a run's store. */
  static GatheredItems of(Run run) {
    GatheredItems gathered = new GatheredItems(run);
    run.store().forEach(gathered::take);
    return gathered;
  }

  private void take(Outcome outcome) {
    Block block = outcome.block();
    BitSet failed = new BitSet();
    for (Failure failure : outcome.result().failures()) {
      failed.set((int) (failure.item() - block.first()));
    }
    boolean many = share > 1.0 / 8;
    List<Column> all = many ? workload.inputs(block) : List.of();
    for (int i = 0; i < block.size() && size < columns[0].length; i++) {
      if (isChosen(block.first() + i)) {
        Block one = new Block(0, block.first() + i, 1);
        List<Column> points = many ? all : workload.inputs(one);
        for (int c = 0; c < inputs; c++) {
          columns[c][size] = points.get(c).number(many ? i : 0);
        }
        for (int c = inputs; c < columns.length; c++) {
          Column column = outcome.result().columns().get(c - inputs);
          columns[c][size] = failed.get(i) ? Double.NaN : column.number(i);
        }
        size++;
      }
    }
  }

  /** Items are chosen by bits that know nothing of a grid's rows and columns. */
  private boolean isChosen(long item) {
    if (share == 1) {
      return true;
    }
    long bits = (item + 1) * 0x9E3779B97F4A7C15L; // SplitMix64, doi:10.1145/2660193.2660195
    bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
    return ((bits ^ bits >>> 31) >>> 11) * 0x1p-53 < share;
  }

  /** An input of each item. */
  ItemColumn input(int place) {
    return variable(workload.inputs().get(place), columns[place]);
  }

  /** A response of each item, NaN where it failed. */
  ItemColumn response(int place) {
    return variable(workload.responses().get(place), columns[inputs + place]);
  }

  private ItemColumn variable(Response column, double[] values) {
    return ItemColumn.of(column, Arrays.copyOf(values, size));
  }

  /** What a picture of a response does not show, in words; empty if it shows all. */
  String unseen(ItemColumn response) {
    String items = " of " + workload.items() + " items ";
    String failed = run.failed() == 0 ? "" : run.failed() + items + "failed";
    long infinite = Arrays.stream(response.values()).filter(Double::isInfinite).count();
    long undefined = run.responses().get(response.column().name()).undefined() + infinite;
    String none = undefined == 0 ? "" : undefined + items + "have no finite value";
    return Notes.of(failed, none);
  }

  /** That not all items are shown, in words; empty if they are. */
  String thinned() {
    return share == 1 ? "" : "of " + workload.items() + " items, " + size + " chosen at random";
  }
}
