package dev.parallax.workload.map;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.PointModel;
import java.util.List;
import java.util.Set;

/** An array map: scatter integers, apply a function to each, gather the values. */
public final class ArrayMap implements Workload<long[]> {
  /** The name of the column of elements, and of the parameter that a model of points takes. */
  public static final String ELEMENT = "element";

  /** Up to here every whole number is a double. */
  static final long LARGEST = 1L << 53;

  private final Mapped mapped;
  private final IntegerArray array;
  private final long seed;
  private final boolean nanFails;

  private ArrayMap(Mapped mapped, IntegerArray array, long seed, boolean nanFails) {
    this.mapped = mapped;
    this.array = array;
    this.seed = seed;
    this.nanFails = nanFails;
  }

  /**
   * The map of a function over an array, with seed 1. A function of both kinds, of an element and
   * of a slice, is one of an element.
   */
  public static ArrayMap of(ElementFunction function, IntegerArray array) {
    if (function instanceof ElementFunction.OfReal || function instanceof ElementFunction.OfText) {
      return new ArrayMap(new Mapped.Model(ValueMap.model(function)), array, 1, false);
    }
    boolean single =
        function instanceof ElementFunction.ToDouble
            || function instanceof ElementFunction.ToLong
            || function instanceof ElementFunction.ToBoolean;
    return single
        ? new ArrayMap(new Mapped.Function(function), array, 1, false)
        : ofSlices((ElementFunction.OfSlice) function, array);
  }

  /** The map of a function of whole slices over an array, with seed 1. */
  public static ArrayMap ofSlices(ElementFunction.OfSlice function, IntegerArray array) {
    return new ArrayMap(new Mapped.Slices(function), array, 1, false);
  }

  /**
   * The map of a model over an array, with seed 1: its one parameter is the {@link #ELEMENT}.
   *
   * @throws IllegalArgumentException if the model cannot be evaluated at such points
   */
  public static ArrayMap of(PointModel model, IntegerArray array) {
    model.check(List.of(ELEMENT), Set.of());
    if (model.computesWith(ELEMENT) && array.exceeds(LARGEST)) {
      throw new IllegalArgumentException(
          "the array has elements beyond 2^53, and formulas compute with doubles, which are not"
              + " every whole number there; a function or a script gets elements as they are");
    }
    return new ArrayMap(new Mapped.Model(model), array, 1, false);
  }

  /** This map with another seed, for random arrays and random functions. */
  public ArrayMap withSeed(long other) {
    return new ArrayMap(mapped, array, other, nanFails);
  }

  /** This map, or one in which an element fails for which a response is not a number. */
  public ArrayMap withNanFailing(boolean fails) {
    return new ArrayMap(mapped, array, seed, fails);
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
    return List.of(new Response(ELEMENT, ColumnType.LONG));
  }

  @Override
  public List<Column> inputs(Block block) {
    return List.of(new Column.Longs(array.elements(seed).of(block, array.data(block))));
  }

  @Override
  public List<Response> responses() {
    return mapped.responses();
  }

  @Override
  public ItemDetail detail() {
    return mapped.detail();
  }

  @Override
  public double openingSeconds() {
    return mapped.openingSeconds();
  }

  @Override
  public BlockFunction<long[]> function() {
    return mapped.over(array.elements(seed), seed, nanFails);
  }

  @Override
  public long[] data(Block block) {
    return array.data(block);
  }
}
