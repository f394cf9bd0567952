package dev.parallax.run;

import dev.parallax.engine.ItemTask;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/**
 * A timed trial of the first items on this thread: says how long an item takes, and leaves the code
 * warm. Its results are thrown away, which law 1 makes free of consequences.
 */
final class Pilot {
  /** Loading and interpreting new code never takes so long: an item that does is slow itself. */
  private static final double SURELY_SLOW = 1;

  private static final int GROWTH = 4;

  /** Of a core's time, which a longer trial may take. */
  private static final double SHARE = 0.001;

  /** Of the usual time of a trial, what tells enough of a short job. */
  private static final double LEAST = 0.1;

  /** Code that is compiled meanwhile differs by more. */
  private static final double AGREE = 0.1;

  /** Where slices are slow to open, the trials grow faster, as each opens one. */
  private static final int MOST_GROWTH = 32;

  /** What takes so many openings at most is not cut into slices for its length. */
  private static final double SHORT = 20;

  /** What looks as if it took so many openings is looked at once more, if that costs little. */
  private static final double LONG = 100;

  /** An opening may take twice as long as the one that was measured. */
  private static final double NOISE = 2;

  private Pilot() {}

  /**
   * Does a slice, and says how many seconds it took.
   *
   * @param <S> the type of the data that travel with a slice
   */
  @FunctionalInterface
  interface Trial<S extends Serializable> extends ToDoubleFunction<Slice<S>> {

    /** How many seconds a slice takes beside its items. */
    default double opening(Workload<S> workload) {
      return workload.openingSeconds();
    }
  }

  /**
   * Trials of a task on this thread. They end the run if its first items fail alike.
   *
   * @param items how many it has
   */
  static <S extends Serializable> Trial<S> of(ItemTask<S> task, long items) {
    return new TaskTrial<>(task, items);
  }

  /** Trials of a task, which remember what was thrown where there was no item. */
  private static final class TaskTrial<S extends Serializable> implements Trial<S> {
    private final ItemTask<S> task;
    private final long items;
    private Optional<Failure> ofNone = Optional.empty();
    private Optional<Slice<S>> more = Optional.empty();

    TaskTrial(ItemTask<S> task, long items) {
      this.task = task;
      this.items = items;
    }

    @Override
    public double opening(Workload<S> workload) {
      long start = System.nanoTime();
      try {
        return workload.openingSeconds();
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) { // it will be thrown for each item
        ofNone = Optional.of(Failure.of(0, e));
        int few = (int) Math.min(items, FirstItems.FEW);
        more = Optional.of(workload.slice(new Block(0, 0, few)));
        return (System.nanoTime() - start) * 1e-9;
      }
    }

    @Override
    public double applyAsDouble(Slice<S> slice) {
      Outcome outcome = look(slice);
      boolean all = outcome.result().failures().size() == outcome.block().size();
      if (all && outcome.block().size() < FirstItems.FEW) { // no more trial may follow
        more.ifPresent(this::look);
      }
      return outcome.effort().seconds();
    }

    private Outcome look(Slice<S> slice) {
      Outcome outcome = task.outcome(slice, "pilot");
      FirstItems.of(task.limits(), items, ofNone).released(outcome);
      return outcome;
    }
  }

  /**
   * Runs the first items, up to four times as many each time, until a trial takes half of {@code
   * seconds} or has all items. What looks slow is tried twice, as the code may have been new,
   * unless two trials in a row say the same of an item: then a quarter of {@code seconds} is
   * enough. A twentieth is, where the job gets one slice a core even at the speed of this trial.
   * Code of another process is new each time: there the trials are fewer and grow more. A long job
   * is worth a longer trial: a busy machine may halt one for a thousand times as long as an item
   * takes.
   *
   * @param trial does a slice and says how many seconds it took
   * @param opening the seconds that a slice takes beside its items
   * @param cores how many share the items
   * @return the seconds per item in the last trial, 0 if there are no items
   */
  static <S extends Serializable> double secondsPerItem(
      Workload<S> workload,
      ToDoubleFunction<Slice<S>> trial,
      double opening,
      double seconds,
      int cores) {
    long most = Math.min(workload.items(), Block.MAX_SIZE);
    if (most == 0) {
      return 0;
    }
    Trials<S> trials = new Trials<>(workload, trial, opening, (int) most);
    double enough = Math.max(seconds, opening) / 2;
    return opening > seconds ? trials.ofSlowSlices(enough) : trials.ofItems(enough, cores);
  }

  /**
   * Trials of more and more items.
   *
   * @param most how many at most
   */
  private record Trials<S extends Serializable>(
      Workload<S> workload, ToDoubleFunction<Slice<S>> trial, double opening, int most) {

    private double took(int size) {
      return trial.applyAsDouble(workload.slice(new Block(0, 0, size))) - opening;
    }

    double ofItems(double usual, int cores) {
      double before = 0;
      int size = 1;
      while (true) {
        double took = took(size);
        double perCore = took * ((double) workload.items() / size / cores);
        double enough = Math.max(usual, Math.min(SURELY_SLOW, SHARE * perCore));
        boolean warm = Math.abs(took / size - before) <= AGREE * before;
        before = took / size;
        boolean surelySlow = took >= SURELY_SLOW && took >= SHARE * perCore;
        if (took > enough && !warm && !surelySlow && opening == 0) {
          took = took(size);
        }
        boolean isShort = took > LEAST * usual && perCore < Slicing.SHORTEST;
        boolean told = (warm && took > enough / 2) || isShort;
        if (took > enough || (told && opening == 0) || size == most) {
          return Math.max(0, took) / size;
        }
        size = (int) Math.min(most, size * growth(took, enough));
      }
    }

    double ofSlowSlices(double enough) {
      int size = 1;
      while (true) {
        double took = took(size);
        if (told(took, opening, (double) most / size) || size == most) {
          return Math.max(0, took) / size;
        }
        size = (int) Math.min(most, size * slowGrowth(took, enough));
      }
    }
  }

  /** The least growth after which the next trial takes enough, by this one. */
  private static long growth(double took, double enough) {
    return took <= enough / GROWTH ? GROWTH : Math.max(2, (long) (enough / took) + 1);
  }

  /**
   * Whether a trial tells enough of a job where slices are slow to open: it took longer than an
   * opening may differ from another, or the job is short in any case, or it is not so long that
   * this would matter.
   *
   * @param times how many times more items the job has
   */
  private static boolean told(double took, double opening, double times) {
    if (took <= opening / 2) {
      return opening / 2 * times < SHORT * opening;
    }
    return took > NOISE * opening || took * times < LONG * opening;
  }

  /** As a trial said how long the next would take, it is to take what tells enough. */
  private static long slowGrowth(double took, double enough) {
    if (took <= enough / 2) {
      return MOST_GROWTH;
    }
    double aim = (took <= enough ? 2 : 3 * NOISE) * enough;
    return Math.max(2, Math.min(MOST_GROWTH, (long) (aim / took)));
  }
}
