package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Response;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlicingTest {

  /** Whatever is done, done and remaining together are every item once. */
  @Test
  void whatRemainsIsExactlyWhatIsNotDone() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 500; trial++) {
      int items = random.nextInt(1, 200);
      List<Block> done =
          Block.split(items, random.nextInt(1, 20)).stream()
              .filter(block -> random.nextBoolean())
              .toList();
      BitSet seen = new BitSet();
      for (Block block : done) {
        seen.set((int) block.first(), (int) block.end());
      }
      int before = seen.cardinality();
      List<Block> remaining = remaining(items, done, random.nextInt(1, 20));
      int added = 0;
      for (Block block : remaining) {
        assertTrue(
            seen.nextSetBit((int) block.first()) >= block.end()
                || seen.nextSetBit((int) block.first()) < 0);
        seen.set((int) block.first(), (int) block.end());
        added += block.size();
      }
      assertEquals(items, seen.cardinality());
      assertEquals(items - before, added);
    }
  }

  private static List<Block> remaining(long items, List<Block> done, int parts) {
    return Slicing.remaining(items, done, parts, Optional.empty());
  }

  @Test
  void whatRemainsIsInPartsAsLargeAsThoseOfAll() {
    List<Block> done = List.of(new Block(0, 10, 5), new Block(1, 40, 10));
    List<Block> remaining = remaining(100, done, 5);
    assertEquals(
        List.of(
            new Block(0, 0, 10),
            new Block(1, 15, 20),
            new Block(2, 35, 5),
            new Block(3, 50, 20),
            new Block(4, 70, 20),
            new Block(5, 90, 10)),
        remaining);
    assertEquals(Block.split(100, 7), remaining(100, List.of(), 7));
    assertEquals(3, remaining(4, List.of(new Block(0, 0, 1)), 9).size());
    List<Block> large = remaining(3L * Block.MAX_SIZE + 1, done.subList(0, 1), 1);
    assertEquals(Block.MAX_SIZE, large.get(1).size(), "no block is larger than there can be");
  }

  /** The slices of a run on two cores, an item of which takes so many seconds. */
  private static Slicing.Plan plan(Workload<Integer> job, double each) {
    double opening = job.items() > 1 ? job.openingSeconds() : 0;
    return Slicing.choose(job, slice -> opening + each * slice.block().size(), 2);
  }

  private static int slices(long items, double each) {
    return plan(new Squares(items), each).slices();
  }

  /** Squares whose slices take some time to open. */
  private static Workload<Integer> opening(long items, double seconds) {
    return new Opening(new Squares(items), seconds, 0);
  }

  @Test
  void fewItemsAreASliceEachAndNotTried() {
    for (long items : new long[] {1, 2, 31, 32}) {
      Slicing.Plan plan =
          Slicing.choose(
              new Squares(items),
              slice -> {
                throw new AssertionError("tried");
              },
              2);
      assertEquals(new Slicing.Plan((int) items, 0), plan);
    }
    assertEquals(1, slices(0, 1));
    assertEquals(32, slices(33, 1), "16.5 s per core");
  }

  @Test
  void fewItemsWhoseSlicesAreSlowToOpenGoTogether() {
    assertEquals(8, plan(opening(32, 0.5), 1).slices());
    assertEquals(8, plan(opening(9, 0.5), 1).slices());
    assertEquals(7, plan(opening(7, 0.5), 1).slices());
    assertEquals(1, plan(opening(1, 0.5), 1).slices());
  }

  @Test
  void howLongAnItemIsIsAskedOnlyWhereThereAreSome() {
    Workload<Integer> one = new Opening(new Squares(1), Double.NaN, 0);
    assertEquals(1, plan(one, 1).slices());
    assertEquals(2, plan(opening(2, 0.5), 1).slices());
  }

  @Test
  void aSliceTakesAQuarterOfASecondAtLeast() {
    double each = 0x1p-10;
    assertEquals(new Slicing.Plan(2, 0.25), plan(new Squares(512), each));
    assertEquals(2, slices(1000, each), "0.49 s per core");
    assertEquals(new Slicing.Plan(4, 0.5), plan(new Squares(1024), each));
    assertEquals(30, slices(8000, each), "3.91 s per core");
  }

  @Test
  void thereAreSixteenSlicesPerCoreUnlessTheyTakeMoreThanFiveSeconds() {
    double each = 0x1p-10;
    assertEquals(32, slices(1 << 14, each), "8 s per core");
    assertEquals(32, slices(160 * 1024, each), "80 s per core");
    assertEquals(40, slices(200 * 1024, each), "100 s per core");
  }

  /** Of a thousand cores no more than a hundred slices end in a second. */
  @Test
  void slicesGetLongerWithTheCoresThatSendThem() {
    for (int cores : new int[] {10, 400, 1000, 40_000}) {
      for (double perCore : new double[] {60, 3600}) {
        double each = perCore * cores / 1e8;
        Slicing.Plan plan =
            Slicing.choose(new Squares(100_000_000), slice -> each * slice.block().size(), cores);
        double entries = Math.ceil(2e8 / (1 << 18)); // what one slice may hold
        double perSecond = plan.slices() / plan.seconds();
        assertTrue(
            perSecond <= 101 || plan.slices() <= Math.max(cores, entries),
            cores + " cores, " + perCore + " s: " + plan);
        assertTrue(plan.slices() >= cores, plan.toString());
      }
    }
  }

  @Test
  void aSliceTakesTwentyTimesAsLongAsToOpenIt() {
    assertEquals(6, plan(opening(1000, 1), 0.125).slices(), "62.5 s per core");
    assertEquals(50, plan(opening(1000, 1), 1).slices(), "500 s per core");
    assertEquals(24, plan(opening(1000, 0.0625), 0.03125).slices(), "15.6 s per core, of 1.25");
  }

  /** Of few items too, of which a trial would be another slice. */
  @Test
  void whatIsKnownOfItemsIsNotTried() {
    for (double each : new double[] {0.001, 2}) {
      Workload<Integer> known = new Opening(new Squares(32), 0.25, each);
      Slicing.Plan plan =
          Slicing.choose(
              known,
              slice -> {
                throw new AssertionError("tried");
              },
              2);
      assertEquals(each == 2 ? 12 : 2, plan.slices(), "0.016 s or 32 s per core, of 5 s");
    }
  }

  @Test
  void aSliceHasNotMoreResultsThanFitIntoASmallHeap() {
    assertEquals(8, slices(1 << 20, 0), "2^21 values, 2^18 each");
    assertEquals(9, slices((1 << 20) + 1, 0));
    assertEquals(2, slices(1 << 18, 0));
    int most = Slicing.most(Runtime.getRuntime().maxMemory());
    assertEquals(most, slices(1L << 40, 0), "so many slices the driver can hold");
  }

  /** Of a kilobyte each, and no more than a quarter of the memory. */
  @Test
  void slicesFitIntoTheDriver() {
    assertEquals(1 << 18, Slicing.most(1L << 30));
    assertEquals(1 << 20, Slicing.most(1L << 32));
    assertEquals(1 << 20, Slicing.most(1L << 40));
    assertTrue(Slicing.most(1 << 16) > 1);
  }

  /** A second of work is not cut into forty thousand slices that take forty to hand out. */
  @Test
  void shortWorkIsHandedOutBeforeItsFirstSlicesAreDone() {
    for (int cores : new int[] {2, 256, 1000, 40_000}) {
      for (double work : new double[] {1e-3, 1, 1000, 1e5, 1e9}) {
        double each = work / 1e8;
        EvenItems job = new EvenItems(100_000_000, each);
        int slices = Slicing.choose(job, slice -> each * slice.block().size(), cores).slices();
        int least = (int) Math.ceil(1e8 / (1 << 18));
        double length = work / slices;
        double soon = Math.max(256, 1000 * length * (1 + 1e-9));
        assertTrue(
            slices <= least || Math.min(slices, cores) <= soon,
            cores + " cores, " + work + " s: " + slices);
        assertTrue(slices >= Math.min(cores, Math.sqrt(1000 * work) - 1), cores + ", " + slices);
      }
    }
    assertEquals(40_000, Slicing.worthwhile(40_000, 1.6e6), "40 s each");
    assertEquals(1000, Slicing.worthwhile(40_000, 1000));
    assertEquals(256, Slicing.worthwhile(40_000, 1));
    assertEquals(2, Slicing.worthwhile(2, 0));
  }

  /** Squares that take time to open. */
  private record Opening(Squares squares, double openingSeconds, double itemSeconds)
      implements Workload<Integer> {
    @Override
    public String name() {
      return squares.name();
    }

    @Override
    public long items() {
      return squares.items();
    }

    @Override
    public long seed() {
      return squares.seed();
    }

    @Override
    public List<Response> responses() {
      return squares.responses();
    }

    @Override
    public BlockFunction<Integer> function() {
      return squares.function();
    }

    @Override
    public Integer data(Block block) {
      return squares.data(block);
    }
  }
}
