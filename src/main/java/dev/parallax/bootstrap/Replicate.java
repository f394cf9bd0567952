package dev.parallax.bootstrap;

import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.engine.ItemTask;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Slice;

/**
 * One replicate of a bootstrap, drawn again.
 *
 * @param counts how often each row was drawn
 * @param values the statistic's values, in the order of its responses
 */
@SuppressWarnings("ArrayRecordComponent") // made for one look
public record Replicate(int[] counts, double[] values) {

  /**
   * The replicate of a number, from 0.
   *
   * @throws IllegalArgumentException if the bootstrap has none of that number, or the statistic
   *     fails on it
   */
  public static Replicate of(Bootstrap bootstrap, long number) {
    if (number < 0 || number >= bootstrap.items()) {
      throw new IllegalArgumentException(
          "replicates are numbered 0 .. " + (bootstrap.items() - 1) + "; there is no " + number);
    }
    Slice<Nothing> one = bootstrap.slice(new Block(0, number, 1));
    BlockResult made = ItemTask.of(bootstrap.function()).result(one);
    if (!made.failures().isEmpty()) {
      throw new IllegalArgumentException(
          "the statistic fails on replicate " + number + ": " + made.failures().get(0).message());
    }
    return new Replicate(
        bootstrap.resample(number).counts().clone(),
        made.columns().stream().mapToDouble(column -> column.number(0)).toArray());
  }
}
