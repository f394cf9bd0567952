package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the items of blocks went, counted. */
class ItemTallyTest {

  private static Outcome outcome(long first, double[] values, ItemTimes times, long... failed) {
    List<Failure> failures =
        java.util.Arrays.stream(failed).mapToObj(i -> new Failure(i, "lab.Odd", "why")).toList();
    return new Outcome(
        new Block(0, first, values.length),
        new BlockResult(List.of(new Column.Doubles(values)), failures, times),
        new Effort(1, "here", 0));
  }

  private static ItemTally tally(Outcome... outcomes) {
    ItemTally.Accumulator tally = new ItemTally.Accumulator();
    for (Outcome outcome : outcomes) {
      tally.add(outcome);
    }
    return tally.tally();
  }

  @Test
  void itemsAreCountedByTheirStatus() {
    ItemTally tally =
        tally(
            outcome(0, new double[] {1, Double.NaN, 0, Double.NaN}, ItemTimes.NONE, 2, 3),
            outcome(4, new double[] {7, 8}, ItemTimes.NONE));
    assertEquals(3, tally.count(ItemStatus.OK));
    assertEquals(2, tally.count(ItemStatus.FAILED));
    assertEquals(1, tally.count(ItemStatus.NAN));
    assertEquals(Optional.empty(), tally.slowest());
  }

  @Test
  void theSlowestIsTheFirstOfThoseThatTookTheLongest() {
    float[] some = {2, Float.NaN, 5, 1};
    float[] more = {5, 3, 0.5f};
    ItemTally tally =
        tally(
            outcome(10, new double[4], ItemTimes.of(some)),
            outcome(14, new double[2], ItemTimes.NONE),
            outcome(16, new double[3], ItemTimes.of(more)));
    assertEquals(new ItemTally.Slowest(12, 5, 16.5 / 6), tally.slowest().orElseThrow());
    ItemTally quick = tally(outcome(3, new double[2], ItemTimes.of(new float[2])));
    assertEquals(new ItemTally.Slowest(3, 0, 0), quick.slowest().orElseThrow());
  }

  /** A digest takes any number of results: more than its buffer, and after it was asked. */
  @Test
  void aDigestIsOfAllThatWasTakenSoFar() throws Exception {
    Digest digest = new Digest();
    java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
    for (int block = 0; block < 3; block++) {
      double[] values = new double[5000];
      java.util.Arrays.setAll(values, i -> 1.0 / (i + 1));
      digest.update(new BlockResult(List.of(new Column.Doubles(values)), List.of()));
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(8 * values.length);
      for (double value : values) {
        bytes.putDouble(value);
      }
      sha.update(bytes.array());
      byte[] right = ((java.security.MessageDigest) sha.clone()).digest();
      assertEquals(java.util.HexFormat.of().formatHex(right), digest.hex());
      assertEquals(digest.hex(), digest.hex());
    }
    digest.update(new BlockResult(List.of(), List.of(new Failure(3, "lab.Odd", ""))));
    sha.update(java.nio.ByteBuffer.allocate(8).putLong(3).array());
    assertEquals(java.util.HexFormat.of().formatHex(sha.digest()), digest.hex());
  }

  @Test
  void anOriginHasAName() {
    assertThrows(IllegalArgumentException.class, () -> new Origin("", List.of()));
  }
}
