package dev.parallax.run;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Scatter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How many slices a job gets, and which items are still to do. */
final class Slicing {
  /** Work per slice beside which the two milliseconds of a task in a young JVM are 1 %. */
  static final double SHORTEST = 0.25;

  /** Slices per core that even out uneven work. */
  private static final int PER_CORE = 16;

  /** The same where it is not known how long an item takes, but a slice is slow to open. */
  private static final int FEW_PER_CORE = 4;

  /** What is lost at most when a slice is, and how often progress moves. */
  private static final double LONGEST = 5;

  /** So many times longer than to open it takes a slice at least, where there is a choice. */
  private static final double OPENINGS = 20;

  /** The driver takes and stores some hundreds of outcomes in a second, and is not to be busy. */
  private static final double MOST_PER_SECOND = 100;

  /** It hands out some thousands in a second; so many it is never to be busy with alone. */
  private static final double MOST_HANDED_OUT = 1000;

  /** So many cores have a slice each before it matters how soon that is. */
  private static final int SOON = 256;

  /** On the driver a slice takes a kilobyte for as long as its job lasts: a quarter of this. */
  private static final long MEMORY_PER_SLICE = 4096;

  /** A slice's results are a few megabytes, so that many cores' fit into a small heap at a time. */
  private static final long MOST_ENTRIES = 1 << 18;

  private static final double PILOT_SECONDS = 0.02;

  /** No clock tells less, and a forecast is never 0. */
  private static final double CLOCK = 1e-9;

  private Slicing() {}

  /**
   * A number of slices, and what is known of the work.
   *
   * @param seconds how long each core will be at work; 0 where that was not asked
   */
  record Plan(int slices, double seconds) {}

  /**
   * One slice per core is the floor, unless the driver would be at handing these out when the first
   * are done; more when a timed pilot says that the work is long.
   */
  static <S extends Serializable> Plan choose(
      Workload<S> workload, Pilot.Trial<S> trial, int parallelism) {
    return choose(workload, trial, parallelism, most(Runtime.getRuntime().maxMemory()));
  }

  /**
   * The same for a driver that can hold so many slices.
   *
   * @param most how many
   */
  static <S extends Serializable> Plan choose(
      Workload<S> workload, Pilot.Trial<S> trial, int parallelism, int most) {
    long items = workload.items();
    double opening = items <= 1 ? 0 : trial.opening(workload);
    double known = workload.itemSeconds();
    if (known == 0 && items <= (long) PER_CORE * parallelism) {
      long few = opening > 0 ? (long) FEW_PER_CORE * parallelism : items;
      return new Plan((int) Math.max(1, Math.min(items, few)), 0);
    }
    double perItem =
        known > 0
            ? known
            : Pilot.secondsPerItem(workload, trial, opening, PILOT_SECONDS, parallelism);
    int cores = worthwhile(parallelism, perItem * items);
    double perCore = perItem * ((double) items / cores);
    double slow = Math.max(OPENINGS * opening, cores / MOST_PER_SECOND);
    double slices = Math.min(PER_CORE, perCore / Math.max(SHORTEST, slow));
    slices = Math.max(slices, perCore / Math.max(LONGEST, slow));
    double entries = (double) items * Math.max(1, workload.responses().size());
    double least = Math.ceil(entries / MOST_ENTRIES);
    double all = Math.max(least, Math.floor(Math.max(1, slices)) * cores);
    return new Plan((int) Math.min(most, all), Math.max(CLOCK, perCore));
  }

  /**
   * How many cores share work, so that each is at it for as long as it takes to hand out to all.
   *
   * @param work in seconds
   */
  static int worthwhile(int cores, double work) {
    return (int) Math.min(cores, Math.max(SOON, Math.sqrt(MOST_HANDED_OUT * work)));
  }

  /** How many slices a driver with so many bytes of memory can hold. */
  static int most(long memory) {
    return (int) Math.max(SOON, Math.min(1 << 20, memory / MEMORY_PER_SLICE));
  }

  /** Blocks for the items that no finished block has. */
  static List<Block> remaining(
      long items, List<Block> done, int parts, Optional<CyclicOrder> cyclic) {
    if (done.isEmpty() && cyclic.isEmpty()) {
      return Block.split(items, parts);
    }
    long size = Math.min(Block.MAX_SIZE, Math.max(1, items / parts));
    Gaps gaps = new Gaps(done, new ArrayList<>());
    if (cyclic.isEmpty()) {
      gaps.fill(new Block(0, 0, 1), items, size, block -> true);
      return gaps.blocks;
    }
    CyclicOrder order = cyclic.get();
    for (Block part : Scatter.CYCLIC.blocks(order.items(), order.parts())) {
      gaps.fill(part, order.items(), part.size(), b -> order.part(b.first()) == part.index());
    }
    Block beyond = new Block(0, order.items(), 1);
    gaps.fill(beyond, items, size, block -> block.first() >= order.items());
    return gaps.blocks;
  }

  /** What finished blocks leave. */
  private record Gaps(List<Block> done, List<Block> blocks) {

    /**
     * Fills what is left of items evenly spaced.
     *
     * @param from has the first of them, and their step
     * @param to an index behind the last
     * @param size of a block, at most
     * @param within which of the finished blocks are of these items
     */
    void fill(Block from, long to, long size, Predicate<Block> within) {
      long next = from.first();
      for (Block block : (Iterable<Block>) done.stream().filter(within)::iterator) {
        fill(next, block.first(), from.step(), size);
        next = block.last() + from.step();
      }
      fill(next, to, from.step(), size);
    }

    private void fill(long from, long to, int step, long size) {
      for (long first = from; first < to; first += size * step) {
        int left = (int) Math.min(size, (to - first + step - 1) / step);
        blocks.add(new Block(blocks.size(), first, left, step));
      }
    }
  }
}
