package dev.parallax.run;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Outcome;
import java.util.List;

/** Makes one block of several, or of some items of one. */
final class Merged {
  private Merged() {}

  /** Adjacent blocks, in item order, as one. */
  static Outcome joined(List<Outcome> parts) {
    Outcome first = parts.get(0);
    int size = parts.stream().mapToInt(part -> part.block().size()).sum();
    return new Outcome(
        new Block(first.block().index(), first.block().first(), size),
        BlockResult.joined(parts.stream().map(Outcome::result).toList()),
        effort(parts.stream().map(Outcome::effort).toList()));
  }

  /**
   * Some items of a block.
   *
   * @param first the index of the first
   * @param end the index after the last, if the block goes so far
   */
  static Outcome part(Outcome whole, long first, long end) {
    Block block = whole.block();
    int from = block.place(first);
    int to = block.before(end);
    Block some = block.part(from, to);
    BlockResult result = whole.result();
    return new Outcome(
        some,
        new BlockResult(
            result.columns().stream().map(column -> column.part(from, to)).toList(),
            result.failures().stream().filter(f -> some.spans(f.item())).toList(),
            result.times().part(from, to)),
        whole.effort());
  }

  /** All of them as one. */
  static Effort effort(List<Effort> parts) {
    String where = parts.get(0).where();
    boolean together = parts.stream().allMatch(part -> part.where().equals(where));
    return new Effort(
        parts.stream().mapToDouble(Effort::seconds).sum(),
        together ? where : "several",
        parts.stream().mapToDouble(Effort::began).min().orElse(Double.NaN));
  }
}
