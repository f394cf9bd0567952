package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerificationTest {

  /**
   * Item i is i, or a little more where the answer has drifted; every tenth fails.
   *
   * @param drift what is added to item 7
   * @param failing the item that fails besides
   */
  private record Drifting(double drift, long failing) implements Workload<Integer> {
    @Override
    public String name() {
      return "drifting";
    }

    @Override
    public long items() {
      return 50;
    }

    @Override
    public long seed() {
      return 3;
    }

    @Override
    public List<Response> inputs() {
      return List.of();
    }

    @Override
    public List<Column> inputs(Block block) {
      return List.of();
    }

    @Override
    public List<Response> responses() {
      return List.of(
          new Response("twice", ColumnType.LONG), new Response("value", ColumnType.DOUBLE));
    }

    @Override
    public Integer data(Block block) {
      return 0;
    }

    @Override
    public BlockFunction<Integer> function() {
      return (slice, items) -> {
        long[] twice = new long[slice.block().size()];
        double[] values = new double[slice.block().size()];
        items.forEach(
            i -> {
              long item = slice.block().first() + i;
              if (item % 10 == 0 || item == failing) {
                throw new ArithmeticException("ten at " + System.nanoTime());
              }
              twice[i] = 2 * item;
              values[i] = item == 7 ? item + drift : item;
            });
        return List.of(new Column.Longs(twice), new Column.Doubles(values));
      };
    }
  }

  private static Verification verify(Drifting first, Drifting again, int count) {
    Run run = Runner.on(new SequentialEngine()).withSlices(4).run(first);
    return Verification.of(again, run.store(), new SequentialEngine(), ItemLimits.NONE, count);
  }

  @Test
  void whatIsTheSameIsTheSameAndFailuresAreToo() {
    Verification verification = verify(new Drifting(0, -1), new Drifting(0, -1), 1000);
    assertEquals(new Verification(50, List.of()), verification);
    assertEquals(5, verify(new Drifting(0, -1), new Drifting(0, -1), 5).items());
  }

  @Test
  void aDifferenceIsSaidWithBothValues() {
    assertEquals(
        List.of("item 7: value was 7.0 on driver, and is now 7.000000000000001"),
        verify(new Drifting(0, -1), new Drifting(Math.ulp(7.0), -1), 50).differences());
    assertEquals(
        List.of("item 7: value was 7.5 on driver, and is now 7.0"),
        verify(new Drifting(0.5, -1), new Drifting(0, -1), 50).differences());
  }

  @Test
  void aFailureInsteadOfAResultIsADifference() {
    String differences =
        verify(new Drifting(0, -1), new Drifting(0, 3), 50).differences().toString();
    assertEquals(
        "[item 3 was a result on driver, and is now a failure (ArithmeticException: ten at #)]",
        differences.replaceAll("at -?\\d+", "at #"));
    assertEquals(1, verify(new Drifting(0, 3), new Drifting(0, -1), 50).differences().size());
  }

  /** Of 6 choose 2 = 15 pairs each comes up; 400 seeds, 26.7 +- 5 each. */
  @Test
  void everyChoiceIsAsLikely() {
    int[] seen = new int[36];
    for (long seed = 0; seed < 400; seed++) {
      long[] pair = Verification.choice(6, 2, seed);
      assertEquals(2, Arrays.stream(pair).distinct().count());
      seen[(int) (6 * pair[0] + pair[1])]++;
    }
    assertEquals(15, IntStream.of(seen).filter(n -> n > 6 && n < 48).count());
    assertArrayEquals(new long[] {0, 1, 2}, Verification.choice(3, 9, 1));
    assertArrayEquals(Verification.choice(1L << 40, 5, 1), Verification.choice(1L << 40, 5, 1));
  }
}
