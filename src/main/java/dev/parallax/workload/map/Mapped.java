package dev.parallax.workload.map;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.ElementFunction.BatchPredicate;
import dev.parallax.model.PointModel;
import dev.parallax.model.UserCode;
import dev.parallax.model.function.FunctionModel;
import dev.parallax.model.function.ObjectModel;
import dev.parallax.workload.point.PointEvaluation;
import java.util.List;

/** What is mapped over the elements of an array. */
interface Mapped {

  /** The result columns. */
  List<Response> responses();

  /** What is known of each element's evaluation. */
  ItemDetail detail();

  /**
   * The same, once it is known what it answers.
   *
   * @param first the first elements
   */
  default Mapped answering(Slice<Share> first, long seed) {
    return this;
  }

  /** How many seconds a slice takes beside its elements. */
  default double openingSeconds() {
    return 0;
  }

  /**
   * What is done with each block.
   *
   * @param seed what the items' random streams come from
   * @param nanFails whether an item fails that has a response that is not a number
   */
  BlockFunction<Share> over(long seed, boolean nanFails);

  /**
   * What a function calls its values.
   *
   * @throws dev.parallax.model.UserCodeException if it does not say
   */
  private static String named(ElementFunction function) {
    return UserCode.asked(function, "response", function::response);
  }

  /** A function of a real number, of a text or with a value of any type as a model of points. */
  static PointModel model(ElementFunction function) {
    String name = named(function);
    if (function instanceof ElementFunction.ToObject of) {
      return ObjectModel.of(name, (p, random) -> of.apply(Long.parseLong(p.text(0)), random));
    }
    if (function instanceof ElementFunction.OfRealToObject of) {
      return ObjectModel.of(name, (point, random) -> of.apply(point.number(0), random));
    }
    if (function instanceof ElementFunction.OfTextToObject of) {
      return ObjectModel.of(name, (point, random) -> of.apply(point.text(0), random));
    }
    List<String> names = List.of(name);
    if (function instanceof ElementFunction.OfText ofText) {
      return new FunctionModel(
          names, (point, random) -> new double[] {ofText.apply(point.text(0), random)});
    }
    ElementFunction.OfReal ofReal = (ElementFunction.OfReal) function;
    return new FunctionModel(
        names, (point, random) -> new double[] {ofReal.apply(point.number(0), random)});
  }

  /** A function of an integer. */
  record Function(ElementFunction function, IntegerArray array) implements Mapped {
    @Override
    public List<Response> responses() {
      return List.of(new Response(named(function), ElementEvaluation.type(function)));
    }

    @Override
    public ItemDetail detail() {
      return function instanceof BatchPredicate ? ItemDetail.STATUS : ItemDetail.STATUS_AND_SECONDS;
    }

    @Override
    public BlockFunction<Share> over(long seed, boolean nanFails) {
      return new ElementEvaluation(function, array.elements(seed), seed, nanFails);
    }
  }

  /** A function of all elements of a slice at once. */
  record Slices(ElementFunction.OfSlice function, IntegerArray array) implements Mapped {
    @Override
    public List<Response> responses() {
      return List.of(new Response(named(function), ColumnType.DOUBLE));
    }

    @Override
    public ItemDetail detail() {
      return ItemDetail.STATUS;
    }

    @Override
    public BlockFunction<Share> over(long seed, boolean nanFails) {
      return new SliceEvaluation(function, array.elements(seed), seed, nanFails);
    }
  }

  /** A model of one parameter, the element. */
  record Model(PointModel model, MapArray array) implements Mapped {
    @Override
    public List<Response> responses() {
      return model.columns();
    }

    @Override
    public ItemDetail detail() {
      return ItemDetail.STATUS_AND_SECONDS;
    }

    @Override
    public Mapped answering(Slice<Share> first, long seed) {
      PointModel known = model.answering(array.points(seed).opening(first, seed, false));
      return known == model ? this : new Model(known, array);
    }

    @Override
    public double openingSeconds() {
      return model.openingSeconds();
    }

    @Override
    public BlockFunction<Share> over(long seed, boolean nanFails) {
      return new PointEvaluation<>(model, array.points(seed), seed, nanFails);
    }
  }
}
