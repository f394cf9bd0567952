package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items from anywhere in a job: each by itself, and what came out as one. */
class SubsetTaskTest {
  /** Items are their squares; those divisible by 10 fail. */
  private record Squares(ItemDetail detail) implements Workload<Integer> {
    @Override
    public String name() {
      return "squares";
    }

    @Override
    public long items() {
      return 1000;
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public List<Response> responses() {
      return List.of(new Response("square", ColumnType.LONG));
    }

    @Override
    public BlockFunction<Integer> function() {
      return (slice, items) -> {
        long[] squares = new long[slice.block().size()];
        items.forEach(
            i -> {
              long item = slice.block().item(i);
              if (item % 10 == 0) {
                throw new ArithmeticException("ten");
              }
              squares[i] = item * item + slice.data();
            });
        return List.of(new Column.Longs(squares));
      };
    }

    @Override
    public Integer data(Block block) {
      return block.index();
    }
  }

  private static Outcome done(Squares job, long... items) {
    ItemLimits limits = ItemLimits.NONE.withFailures(0);
    ItemTask<Integer> each = ItemTask.of(job, job.function(), limits);
    ArrayList<Slice<Integer>> singles = new ArrayList<>();
    for (long item : items) {
      singles.add(job.slice(new Block(5, item, 1)));
    }
    Block block = new Block(2, 0, items.length);
    return new SubsetTask<>(each).outcome(new Slice<>(block, singles), "there");
  }

  @Test
  void whatCameOutIsInTheOrderOfTheItems() {
    Outcome outcome = done(new Squares(ItemDetail.STATUS_AND_SECONDS), 3, 20, 30, 999);
    BlockResult result = outcome.result();
    assertEquals(new Block(2, 0, 4), outcome.block());
    assertEquals("there", outcome.effort().where());
    List<Long> failed = result.failures().stream().map(Failure::item).toList();
    assertEquals(List.of(20L, 30L), failed, "one that fails does not end the others");
    assertEquals(3 * 3 + 5, result.columns().get(0).bits(0));
    assertEquals(0, result.columns().get(0).bits(1));
    assertEquals(999 * 999 + 5, result.columns().get(0).bits(3));
    assertTrue(result.times().seconds(3) >= 0);
  }

  @Test
  void itemsAreTimedWhereTheirJobSaysHowLongEachTook() {
    assertTrue(done(new Squares(ItemDetail.STATUS_AND_SECONDS), 3).result().times().areKnown());
    assertFalse(done(new Squares(ItemDetail.NONE), 3).result().times().areKnown());
    assertFalse(ItemTask.of(new Squares(ItemDetail.NONE).function()).timed());
  }

  @Test
  void aJobThatSaysNothingMoreHasNoMore() {
    Squares job = new Squares(ItemDetail.NONE);
    assertEquals(List.of(), job.inputs());
    assertEquals(List.of(), job.inputs(new Block(0, 0, 3)));
    assertEquals(0, job.constants().size());
    assertFalse(job.foreseen(1000));
    assertEquals(0, job.openingSeconds());
    assertEquals(new Slice<>(new Block(7, 3, 2), 7), job.slice(new Block(7, 3, 2)));
  }

  @Test
  void whatATaskTakesIsWithinTheTimeOfTheCall() {
    ItemTask<Integer> slow =
        new ItemTask<>(
            (slice, items) -> {
              items.forEach(i -> Thread.sleep(30));
              return List.of();
            },
            ItemLimits.NONE.withTimeout(Duration.ofMinutes(1)),
            false);
    double began = Effort.clock();
    long start = System.nanoTime();
    Outcome outcome = slow.outcome(new Slice<>(new Block(0, 0, 2), 0), "here");
    double most = (System.nanoTime() - start) * 1e-9;
    assertTrue(outcome.effort().seconds() > 0.058 && outcome.effort().seconds() <= most);
    assertEquals(began, outcome.effort().began(), most + 0.01);
    assertEquals(new Block(0, 0, 2), outcome.block());
  }
}
