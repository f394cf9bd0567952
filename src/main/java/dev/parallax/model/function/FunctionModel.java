package dev.parallax.model.function;

import dev.parallax.model.Opening;
import dev.parallax.model.PointFunction;
import dev.parallax.model.PointModel;
import java.util.List;
import java.util.Set;

/**
 * A function of a point as a model of points. What parameters it asks for shows when it does.
 *
 * @param responses the names of its values
 * @param function the function
 */
public record FunctionModel(List<String> responses, PointFunction.Several function)
    implements PointModel {

  /** Copies the names. */
  public FunctionModel {
    responses = List.copyOf(responses);
  }

  /** A function of one value, which is called {@code value}. */
  public static FunctionModel of(PointFunction function) {
    return new FunctionModel(
        List.of("value"), (point, random) -> new double[] {function.apply(point, random)});
  }

  @Override
  public void check(List<String> names, Set<String> texts) {}

  @Override
  public Evaluator open(Opening opening) {
    return (place, point, random, values) -> {
      NumericModel.take(function.apply(point, random), values);
    };
  }
}
