package dev.parallax.bootstrap;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.Response;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Workload;
import java.util.Arrays;
import java.util.List;

/** A bootstrap whose replicates were computed beforehand, in one pass over the rows. */
@SuppressWarnings("ArrayRecordComponent") // results that are handed on
record KnownReplicates(Bootstrap bootstrap, double[][] replicates) implements Workload<Nothing> {

  @Override
  public String name() {
    return bootstrap.name();
  }

  @Override
  public long items() {
    return bootstrap.items();
  }

  @Override
  public long seed() {
    return bootstrap.seed();
  }

  @Override
  public List<Response> inputs() {
    return bootstrap.inputs();
  }

  @Override
  public List<Column> inputs(Block block) {
    return bootstrap.inputs(block);
  }

  @Override
  public List<Response> responses() {
    return bootstrap.responses();
  }

  @Override
  public BlockFunction<Nothing> function() {
    return new Handing(replicates);
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }

  /** Hands out replicates by their numbers. */
  record Handing(double[][] replicates) implements BlockFunction<Nothing> {
    private static final long serialVersionUID = 1L;

    @Override
    public BlockResult apply(Slice<Nothing> slice) {
      int from = (int) slice.block().first();
      int to = (int) slice.block().end();
      List<Column> columns =
          Arrays.stream(replicates)
              .<Column>map(all -> new Column.Doubles(Arrays.copyOfRange(all, from, to)))
              .toList();
      return new BlockResult(columns, List.of());
    }
  }
}
