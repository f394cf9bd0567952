package dev.parallax.workload.map;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.FunctionModel;
import dev.parallax.model.PointModel;
import dev.parallax.model.UserCode;
import dev.parallax.workload.point.PointEvaluation;
import java.util.List;
import java.util.Set;

/** An array map over real numbers or texts: scatter them, apply a function to each, gather. */
public final class ValueMap implements Workload<ValueArray.Share> {
  private final PointModel model;
  private final ValueArray array;
  private final long seed;
  private final boolean nanFails;

  private ValueMap(PointModel model, ValueArray array, long seed, boolean nanFails) {
    this.model = model;
    this.array = array;
    this.seed = seed;
    this.nanFails = nanFails;
  }

  /**
   * The map of a model over an array, with seed 1: its one parameter is the element.
   *
   * @throws IllegalArgumentException if the model cannot be evaluated at such points
   */
  public static ValueMap of(PointModel model, ValueArray array) {
    model.check(List.of(ArrayMap.ELEMENT), array.isText() ? Set.of(ArrayMap.ELEMENT) : Set.of());
    return new ValueMap(model, array, 1, false);
  }

  /**
   * The map of a function over an array, with seed 1.
   *
   * @throws IllegalArgumentException if it is one of integers, or of numbers where there are texts
   */
  public static ValueMap of(ElementFunction function, ValueArray array) {
    boolean texts = function instanceof ElementFunction.OfText;
    if (!texts && !(function instanceof ElementFunction.OfReal)) {
      throw new IllegalArgumentException(
          "the function is one of integers, and the array has "
              + (array.isText() ? "texts" : "real numbers"));
    }
    if (array.isText() && !texts) {
      throw new IllegalArgumentException("the function is one of numbers, and the array has texts");
    }
    return new ValueMap(model(function), array, 1, false);
  }

  /** A function of a real number or a text as a model of points. */
  static PointModel model(ElementFunction function) {
    List<String> names = List.of(UserCode.asked(function, "response", function::response));
    if (function instanceof ElementFunction.OfText ofText) {
      return new FunctionModel(
          names, (point, random) -> new double[] {ofText.apply(point.text(0), random)});
    }
    ElementFunction.OfReal ofReal = (ElementFunction.OfReal) function;
    return new FunctionModel(
        names, (point, random) -> new double[] {ofReal.apply(point.number(0), random)});
  }

  /** This map with another seed, for random functions. */
  public ValueMap withSeed(long other) {
    return new ValueMap(model, array, other, nanFails);
  }

  /** This map, or one in which an element fails for which a response is not a number. */
  public ValueMap withNanFailing(boolean fails) {
    return new ValueMap(model, array, seed, fails);
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
    return List.of(array.element());
  }

  @Override
  public List<Column> inputs(Block block) {
    return List.of(array.entries(block));
  }

  @Override
  public List<Response> responses() {
    return model.responses().stream().map(r -> new Response(r, ColumnType.DOUBLE)).toList();
  }

  @Override
  public ItemDetail detail() {
    return ItemDetail.STATUS_AND_SECONDS;
  }

  @Override
  public double openingSeconds() {
    return model.openingSeconds();
  }

  @Override
  public BlockFunction<ValueArray.Share> function() {
    return new PointEvaluation<>(model, array.points(), seed, nanFails);
  }

  @Override
  public ValueArray.Share data(Block block) {
    return array.data(block);
  }
}
