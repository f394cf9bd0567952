package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many slices a job gets, and which items are still to do. */
final class Slicing {
  /** Work per slice beside which the two milliseconds of a task in a young JVM are 1 %. */
  private static final double SHORTEST = 0.25;

  /** Slices per core that even out uneven work. */
  private static final int PER_CORE = 16;

  /** The same where it is not known how long an item takes, but a slice is slow to open. */
  private static final int FEW_PER_CORE = 4;

  /** What is lost at most when a slice is, and how often progress moves. */
  private static final double LONGEST = 5;

  /** So many times longer than to open it takes a slice at least, where there is a choice. */
  private static final double OPENINGS = 20;

  /** A slice's results are a few megabytes, so that many cores' fit into a small heap at a time. */
  private static final long MOST_ENTRIES = 1 << 18;

  private static final double PILOT_SECONDS = 0.02;

  private Slicing() {}

  /**
   * A number of slices, and what is known of the work.
   *
   * @param seconds how long each core will be at work; 0 where that was not asked
   */
  record Plan(int slices, double seconds) {}

  /** One slice per core is the floor; more when a timed pilot says that the work is long. */
  static <S extends Serializable> Plan choose(
      Workload<S> workload, ToDoubleFunction<Slice<S>> trial, int parallelism) {
    long items = workload.items();
    double opening = items <= 1 ? 0 : workload.openingSeconds();
    if (items <= (long) PER_CORE * parallelism) {
      long most = opening > 0 ? (long) FEW_PER_CORE * parallelism : items;
      return new Plan((int) Math.max(1, Math.min(items, most)), 0);
    }
    double perItem = Pilot.secondsPerItem(workload, trial, opening, PILOT_SECONDS);
    double perCore = perItem * ((double) items / parallelism);
    double slices = Math.min(PER_CORE, perCore / Math.max(SHORTEST, OPENINGS * opening));
    slices = Math.max(slices, perCore / Math.max(LONGEST, OPENINGS * opening));
    double entries = (double) items * Math.max(1, workload.responses().size());
    double least = Math.ceil(entries / MOST_ENTRIES);
    double all = Math.max(least, Math.floor(Math.max(1, slices)) * parallelism);
    return new Plan((int) Math.min(1 << 20, all), perCore);
  }

  /** Blocks for the items that no finished block has. */
  static List<Block> remaining(long items, List<Block> done, int parts) {
    if (done.isEmpty()) {
      return Block.split(items, parts);
    }
    long size = Math.min(Block.MAX_SIZE, Math.max(1, items / parts));
    List<Block> blocks = new ArrayList<>();
    long next = 0;
    for (Block block : done) {
      fill(next, block.first(), size, blocks);
      next = block.end();
    }
    fill(next, items, size, blocks);
    return blocks;
  }

  private static void fill(long from, long to, long size, List<Block> blocks) {
    for (long first = from; first < to; first += size) {
      blocks.add(new Block(blocks.size(), first, (int) Math.min(size, to - first)));
    }
  }
}
