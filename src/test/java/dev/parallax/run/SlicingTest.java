package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Block;
import java.util.BitSet;
import java.util.List;
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
      List<Block> remaining = Slicing.remaining(items, done, random.nextInt(1, 20));
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
}
