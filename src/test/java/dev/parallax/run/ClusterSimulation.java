package dev.parallax.run;

import dev.parallax.engine.block.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * A job on a cluster, by a clock of its own: slices of {@link Slicing} on executors that may be
 * slow or lost, and a driver that hands out one slice after the other and takes one outcome after
 * the other. What happens at one moment happens in the order in which it was foreseen.
 */
public final class ClusterSimulation {
  /** An outcome up to so large comes with the message that its slice has ended. */
  private static final int DIRECT_BYTES = 1 << 16;

  /** Of slices, once so many are done, copies are started where one takes so much longer. */
  private static final double MOST_DONE = 0.9;

  private static final double MUCH_LONGER = 3;
  private static final double LEAST_LOOK = 0.1;
  private static final int IDLE = -1;

  /**
   * Executors.
   *
   * @param cores of each
   * @param slow the share of executors whose slices take {@code factor} times as long
   * @param lossSeconds how long an executor lasts on average; infinite where none is lost
   * @param replaceSeconds until there is another in its place
   * @param copies whether copies are started of slices that take much longer than others
   */
  record Machines(
      int executors,
      int cores,
      double slow,
      double factor,
      double lossSeconds,
      double replaceSeconds,
      boolean copies) {

    /** Executors that are alike, and stay. */
    static Machines sound(int executors, int cores) {
      return new Machines(executors, cores, 0, 1, Double.POSITIVE_INFINITY, 0, false);
    }

    int all() {
      return executors * cores;
    }
  }

  /**
   * What the driver takes.
   *
   * @param slice seconds to hand out a slice, one after the other
   * @param outcome seconds to take and keep an outcome, one after the other
   * @param perByte seconds for a byte of an outcome
   * @param gap seconds for which a core is idle between two slices if the driver is not busy
   * @param waiting bytes of outcomes that may wait on the driver
   */
  record Driver(double slice, double outcome, double perByte, double gap, long waiting) {
    /** A driver that takes nothing. */
    static final Driver FREE = new Driver(0, 0, 0, 0, Long.MAX_VALUE);
  }

  /**
   * What came of it.
   *
   * @param seconds until the last outcome was kept
   * @param work the sum of all items' seconds on an executor that is not slow
   * @param slices how many there were
   * @param burst the most outcomes that were kept in one second
   * @param held the most bytes of outcomes that waited on the driver, unpacked or not
   * @param again slices that were run again, as their executor was lost
   * @param copied slices of which a copy was started
   */
  record Result(
      double seconds, double work, int slices, int burst, long held, int again, int copied) {}

  private enum Kind {
    END,
    LOST,
    BACK,
    LOOK
  }

  /** What will happen: {@code version} tells whether it still does. */
  private record Event(double time, long order, Kind kind, int place, int version)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Double.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** What is on its way from a slice to where outcomes are kept. */
  private record Waiting(double until, long bytes) {}

  private final Machines machines;
  private final Driver driver;
  private final SplittableRandom random;
  private final List<Block> blocks;
  private final ToDoubleFunction<Block> seconds;
  private final Consumer<Block> receiver;
  private final double bytesPerItem;

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long order;
  private final double[] factors;
  private final double[] lossTimes;
  private final boolean[] there;
  private final int[] running; // the slice of a core
  private final int[] versions; // of a core, one higher where its slice is given up
  private final double[] began;
  private final Deque<Integer> idle = new ArrayDeque<>();
  private int next;
  private final Deque<Integer> givenBack = new ArrayDeque<>();
  private final List<List<Integer>> unsent = new ArrayList<>(); // of an executor that will be lost

  private final BitSet done = new BitSet();
  private final BitSet copied = new BitSet();
  private final double[] durations;
  private int ended;
  private boolean looking;
  private double usual = Double.NaN;

  private double handedOut;
  private double entered;
  private double sent;
  private double kept;
  private final Deque<Waiting> unpacked = new ArrayDeque<>();
  private final Deque<Waiting> packed = new ArrayDeque<>();
  private long unpackedBytes;
  private long packedBytes;
  private long held;
  private int again;
  private final Deque<Double> lastSecond = new ArrayDeque<>();
  private int burst;

  private ClusterSimulation(
      List<Block> blocks,
      ToDoubleFunction<Block> seconds,
      double bytesPerItem,
      Machines machines,
      Driver driver,
      long seed,
      Consumer<Block> receiver) {
    this.machines = machines;
    this.driver = driver;
    this.random = new SplittableRandom(seed);
    this.blocks = blocks;
    this.seconds = seconds;
    this.bytesPerItem = bytesPerItem;
    this.receiver = receiver;
    int cores = machines.all();
    factors = new double[machines.executors()];
    long slow = Math.round(machines.slow() * machines.executors());
    Arrays.setAll(factors, e -> e < slow ? machines.factor() : 1);
    lossTimes = new double[machines.executors()];
    there = new boolean[machines.executors()];
    running = new int[cores];
    versions = new int[cores];
    began = new double[cores];
    durations = new double[blocks.size()];
    Arrays.fill(running, IDLE);
  }

  /**
   * Runs slices.
   *
   * @param blocks their items
   * @param seconds how long a block takes on an executor that is not slow
   * @param bytesPerItem of results
   * @param receiver is told of each block that is kept
   */
  static Result run(
      List<Block> blocks,
      ToDoubleFunction<Block> seconds,
      double bytesPerItem,
      Machines machines,
      Driver driver,
      long seed,
      Consumer<Block> receiver) {
    return new ClusterSimulation(blocks, seconds, bytesPerItem, machines, driver, seed, receiver)
        .run();
  }

  /**
   * The seconds that slices take which are alike.
   *
   * @param count how many
   * @param each the seconds of one
   * @param gap the seconds for which a core is idle between two
   */
  public static double seconds(int count, double each, int cores, double gap) {
    Driver driver = new Driver(0, 0, 0, gap, Long.MAX_VALUE);
    Machines machines = Machines.sound(1, cores);
    List<Block> blocks = Block.split(count, count);
    return run(blocks, block -> each, 8, machines, driver, 1, block -> {}).seconds();
  }

  /**
   * Slices of a job as the project chooses them, where a pilot says how long each item takes.
   *
   * @param memory the driver's, in bytes
   */
  private static List<Block> slices(EvenItems job, int parallelism, long memory) {
    Slicing.Plan plan =
        Slicing.choose(
            job, slice -> job.each() * slice.block().size(), parallelism, Slicing.most(memory));
    return Slicing.remaining(job.items(), List.of(), plan.slices(), Optional.empty());
  }

  /**
   * A job whose items take equally long, in slices as the project chooses them.
   *
   * @param memory the driver's, in bytes
   */
  static Result run(EvenItems job, Machines machines, Driver driver, long memory, long seed) {
    return run(
        slices(job, machines.all(), memory),
        block -> job.each() * block.size(),
        8.0 * job.responses().size(),
        machines,
        driver,
        seed,
        block -> {});
  }

  private Result run() {
    for (int executor = 0; executor < machines.executors(); executor++) {
      unsent.add(new ArrayList<>());
      arrive(executor, 0);
    }
    int left = blocks.size();
    while (left > 0) {
      Event event = events.remove();
      left -= happens(event) ? 1 : 0;
    }
    double work = blocks.stream().mapToDouble(seconds).sum();
    return new Result(kept, work, blocks.size(), burst, held, again, copied.cardinality());
  }

  private void foresee(double time, Kind kind, int place, int version) {
    if (time < Double.POSITIVE_INFINITY) {
      events.add(new Event(time, order++, kind, place, version));
    }
  }

  /** Whether that was the first outcome of a slice. */
  private boolean happens(Event event) {
    switch (event.kind) {
      case END -> {
        return versions[event.place] == event.version && end(event.place, event.time);
      }
      case LOST -> lose(event.place, event.time);
      case BACK -> arrive(event.place, event.time);
      case LOOK -> look(event.time);
    }
    return false;
  }

  /** An executor comes, and lasts as long as chance has it. */
  private void arrive(int executor, double now) {
    there[executor] = true;
    double lasts = -StrictMath.log(1 - random.nextDouble()) * machines.lossSeconds();
    lossTimes[executor] = Double.isNaN(lasts) ? Double.POSITIVE_INFINITY : now + lasts;
    foresee(lossTimes[executor], Kind.LOST, executor, 0);
    for (int core = 0; core < machines.cores(); core++) {
      free(executor * machines.cores() + core, now);
    }
  }

  /** What an executor was doing, and what it had not sent yet, is to be done again. */
  private void lose(int executor, double now) {
    there[executor] = false;
    foresee(now + machines.replaceSeconds(), Kind.BACK, executor, 0);
    List<Integer> lost = new ArrayList<>(unsent.get(executor));
    unsent.get(executor).clear();
    for (int k = 0; k < machines.cores(); k++) {
      int core = executor * machines.cores() + k;
      versions[core]++;
      if (running[core] != IDLE && !done.get(running[core]) && !runsElsewhere(core)) {
        lost.add(running[core]);
      }
      running[core] = IDLE;
    }
    again += lost.size();
    givenBack.addAll(lost);
    wake(now);
  }

  /** Whether another core has a copy of what this one runs. */
  private boolean runsElsewhere(int core) {
    if (copied.get(running[core])) {
      for (int other = 0; other < running.length; other++) {
        if (other != core && running[other] == running[core]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gives work to cores that have none. */
  private void wake(double now) {
    for (int k = idle.size(); k > 0 && (!givenBack.isEmpty() || next < blocks.size()); k--) {
      int core = idle.remove();
      if (running[core] == IDLE && there[core / machines.cores()]) {
        free(core, now);
      }
    }
  }

  /** A core can do the next slice, if there is one. */
  private void free(int core, double now) {
    running[core] = IDLE;
    if (!givenBack.isEmpty()) {
      start(givenBack.remove(), core, now);
    } else if (next < blocks.size()) {
      start(next++, core, now);
    } else {
      idle.add(core);
    }
  }

  /** The driver hands a slice out when it has handed out those before. */
  private void start(int slice, int core, double now) {
    handedOut = Math.max(handedOut, now) + driver.slice();
    began[core] = handedOut + driver.gap() / 2;
    running[core] = slice;
    double takes = seconds.applyAsDouble(blocks.get(slice)) * factors[core / machines.cores()];
    foresee(began[core] + takes + driver.gap() / 2, Kind.END, core, versions[core]);
  }

  /** A slice has ended, and the driver knows it. */
  private boolean end(int core, double now) {
    int slice = running[core];
    int executor = core / machines.cores();
    boolean first = !done.get(slice) && sends(slice, executor, now);
    if (first) {
      done.set(slice);
      durations[ended++] = now - driver.gap() / 2 - began[core];
      stopCopies(slice, core, now);
      receiver.accept(blocks.get(slice));
    }
    free(core, now);
    if (machines.copies() && !looking && ended >= MOST_DONE * blocks.size()) {
      looking = true;
      usual = median();
      foresee(now, Kind.LOOK, 0, 0);
    }
    return first;
  }

  /**
   * An outcome goes the driver's way: it waits for room, unless it is small in few bytes on the
   * driver, is fetched and unpacked, and kept. A large one is lost with its executor.
   */
  private boolean sends(int slice, int executor, double now) {
    long bytes = (long) (bytesPerItem * blocks.get(slice).size());
    double enters = room(bytes, now);
    double fetched = Math.max(sent, enters) + bytes * driver.perByte();
    boolean direct = bytes <= DIRECT_BYTES;
    if (!direct && fetched > lossTimes[executor]) {
      unsent.get(executor).add(slice);
      return false;
    }
    sent = fetched;
    kept = Math.max(kept, fetched) + driver.outcome();
    unpacked.add(new Waiting(kept, bytes));
    unpackedBytes += bytes;
    if (direct && enters > now) {
      packed.add(new Waiting(enters, bytes));
      packedBytes += bytes;
    }
    held = Math.max(held, unpackedBytes + packedBytes);
    count();
    return true;
  }

  /** When the driver has room for so many bytes: those before it have left then. */
  private double room(long bytes, double now) {
    while (!packed.isEmpty() && packed.peek().until <= now) {
      packedBytes -= packed.remove().bytes;
    }
    while (!unpacked.isEmpty() && unpacked.peek().until <= now) {
      unpackedBytes -= unpacked.remove().bytes;
    }
    entered = Math.max(entered, now);
    while (!unpacked.isEmpty() && unpackedBytes + bytes > driver.waiting()) {
      Waiting left = unpacked.remove();
      unpackedBytes -= left.bytes;
      entered = Math.max(entered, left.until);
    }
    return entered;
  }

  private void count() {
    lastSecond.add(kept);
    while (lastSecond.peek() <= kept - 1) {
      lastSecond.remove();
    }
    burst = Math.max(burst, lastSecond.size());
  }

  private void stopCopies(int slice, int core, double now) {
    if (copied.get(slice)) {
      for (int other = 0; other < running.length; other++) {
        if (other != core && running[other] == slice) {
          versions[other]++;
          free(other, now);
        }
      }
    }
  }

  private double median() {
    double[] sorted = Arrays.copyOf(durations, ended);
    Arrays.sort(sorted);
    return sorted[ended / 2];
  }

  /** Starts copies, on cores that have nothing to do, of slices that take long. */
  private void look(double now) {
    for (int core = 0; core < running.length && !idle.isEmpty(); core++) {
      int slice = running[core];
      boolean slow = slice != IDLE && now - began[core] > MUCH_LONGER * usual;
      if (slow && !copied.get(slice) && !done.get(slice)) {
        int other = idle.remove();
        if (running[other] == IDLE && there[other / machines.cores()]) {
          copied.set(slice);
          start(slice, other, now);
        }
      }
    }
    foresee(now + Math.max(LEAST_LOOK, usual / 10), Kind.LOOK, 0, 0);
  }
}
