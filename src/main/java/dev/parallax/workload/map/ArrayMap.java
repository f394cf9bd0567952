package dev.parallax.workload.map;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Response;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.PointModel;
import dev.parallax.workload.ColumnMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An array map: scatter elements, apply a function to each, gather the values. */
public final class ArrayMap implements Workload<Share> {
  private final Mapped mapped;
  private final MapArray array;
  private final long seed;
  private final boolean nanFails;
  private final ColumnMetadata metadata;

  private ArrayMap(Mapped mapped, MapArray array) {
    this(mapped, array, 1, false, ColumnMetadata.NONE);
  }

  private ArrayMap(
      Mapped mapped, MapArray array, long seed, boolean nanFails, ColumnMetadata metadata) {
    this.mapped = mapped;
    this.array = array;
    this.seed = seed;
    this.nanFails = nanFails;
    this.metadata = metadata;
  }

  /**
   * The map of a function over an array, with seed 1. A function of both kinds, of an integer and
   * of a slice, is one of an integer; one of a real number or a text takes integers too.
   *
   * @throws IllegalArgumentException if it is one of other elements than the array has
   */
  public static ArrayMap of(ElementFunction function, MapArray array) {
    boolean real =
        function instanceof ElementFunction.OfReal
            || function instanceof ElementFunction.OfRealToObject;
    boolean text =
        function instanceof ElementFunction.OfText
            || function instanceof ElementFunction.OfTextToObject;
    if (real && array.element().isText()) {
      throw mismatch("numbers", array);
    }
    if (!real && !text && !(array instanceof IntegerArray)) {
      throw mismatch("integers", array);
    }
    return real || text || function instanceof ElementFunction.ToObject
        ? new ArrayMap(new Mapped.Model(at(Mapped.model(function), array), array), array)
        : ofIntegers(function, (IntegerArray) array);
  }

  private static ArrayMap ofIntegers(ElementFunction function, IntegerArray integers) {
    boolean single =
        function instanceof ElementFunction.ToDouble
            || function instanceof ElementFunction.ToLong
            || function instanceof ElementFunction.ToBoolean;
    return single
        ? new ArrayMap(new Mapped.Function(function, integers), integers)
        : ofSlices((ElementFunction.OfSlice) function, integers);
  }

  /** The map of a function of whole slices over an array, with seed 1. */
  public static ArrayMap ofSlices(ElementFunction.OfSlice function, IntegerArray array) {
    return new ArrayMap(new Mapped.Slices(function, array), array);
  }

  /**
   * The map of a model over an array, with seed 1: its one parameter is the {@link
   * MapArray#ELEMENT}.
   *
   * @throws IllegalArgumentException if the model cannot be evaluated at such points
   */
  public static ArrayMap of(PointModel model, MapArray array) {
    PointModel known = at(model, array);
    boolean beyond =
        array instanceof IntegerArray integers && integers.exceeds(IntegerArray.Points.LARGEST);
    if (beyond && known.computesWith(MapArray.ELEMENT)) {
      throw new IllegalArgumentException(
          "the array has elements beyond 2^53, and formulas compute with doubles, which are not"
              + " every whole number there; a function or a script gets elements as they are");
    }
    return new ArrayMap(new Mapped.Model(known, array), array);
  }

  private static IllegalArgumentException mismatch(String taken, MapArray array) {
    String kind = array.element().isText() ? "texts" : "real numbers";
    return new IllegalArgumentException(
        array
            .odd(taken.equals("integers"))
            .orElse("the function is one of " + taken + ", and the array has " + kind));
  }

  /** A column may be one of texts for a single cell, which is named. */
  private static PointModel at(PointModel model, MapArray array) {
    boolean texts = array.element().isText();
    try {
      return model.at(List.of(MapArray.ELEMENT), texts ? Set.of(MapArray.ELEMENT) : Set.of());
    } catch (IllegalArgumentException e) {
      String odd = array.odd(false).map(cell -> "; " + cell).orElse("");
      throw new IllegalArgumentException(e.getMessage() + odd, e);
    }
  }

  /** This map with another seed, for random arrays and random functions. */
  public ArrayMap withSeed(long other) {
    return new ArrayMap(mapped, array, other, nanFails, metadata);
  }

  /** This map, once it is known what its function answers, which some learn from the first. */
  public ArrayMap answering() {
    if (items() == 0) {
      return this;
    }
    Block first = new Block(0, 0, (int) Math.min(items(), PointModel.FIRST));
    Mapped known = mapped.answering(slice(first), seed);
    if (known instanceof Mapped.Model of && known != mapped) {
      known = new Mapped.Model(at(of.model(), array), array);
    }
    return new ArrayMap(known, array, seed, nanFails, metadata);
  }

  /** This map, or one in which an element fails for which a response is not a number. */
  public ArrayMap withNanFailing(boolean fails) {
    return new ArrayMap(mapped, array, seed, fails, metadata);
  }

  /**
   * This map with units and descriptions of its element and its responses.
   *
   * @throws IllegalArgumentException if one is of neither
   */
  public ArrayMap withMetadata(ColumnMetadata other) {
    other.check(Stream.concat(inputs().stream(), responses().stream()).toList());
    return new ArrayMap(mapped, array, seed, nanFails, other);
  }

  /** The model that is evaluated; none if that is a function of integers. */
  public Optional<PointModel> model() {
    return mapped instanceof Mapped.Model of ? Optional.of(of.model()) : Optional.empty();
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
    return metadata.of(List.of(array.element()));
  }

  @Override
  public List<Column> inputs(Block block) {
    return List.of(array.entries(block, seed));
  }

  @Override
  public List<Response> responses() {
    return metadata.of(mapped.responses());
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
  public BlockFunction<Share> function() {
    return mapped.over(seed, nanFails);
  }

  @Override
  public Share data(Block block) {
    return array.data(block);
  }
}
