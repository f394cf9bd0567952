package dev.parallax.array;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import dev.parallax.model.ElementFunction;
import java.util.List;

/** An array map: scatter integers, apply a function to each, gather the values. */
public final class ArrayMap implements Workload<long[]> {
  private final ElementFunction function;
  private final IntegerArray array;
  private final long seed;

  private ArrayMap(ElementFunction function, IntegerArray array, long seed) {
    this.function = function;
    this.array = array;
    this.seed = seed;
  }

  /** The map of a function over an array, with seed 1. */
  public static ArrayMap of(ElementFunction function, IntegerArray array) {
    return new ArrayMap(function, array, 1);
  }

  /** This map with another seed, for random arrays and random functions. */
  public ArrayMap withSeed(long other) {
    return new ArrayMap(function, array, other);
  }

  @Override
  public String name() {
    return "map";
  }

  @Override
  public long items() {
    return array.size();
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<Response> inputs() {
    return List.of(new Response("element", ColumnType.LONG));
  }

  @Override
  public List<Column> inputs(Block block) {
    return List.of(new Column.Longs(array.elements(seed).of(block, array.data(block))));
  }

  @Override
  public List<Response> responses() {
    return List.of(new Response(function.response(), ElementEvaluation.type(function)));
  }

  @Override
  public BlockFunction<long[]> function() {
    return new ElementEvaluation(function, array.elements(seed), seed);
  }

  @Override
  public long[] data(Block block) {
    return array.data(block);
  }
}
