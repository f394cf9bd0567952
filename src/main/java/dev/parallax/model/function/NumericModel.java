package dev.parallax.model.function;

import dev.parallax.model.Model;
import dev.parallax.model.Opening;
import dev.parallax.model.PointModel;
import dev.parallax.model.UserCode;
import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@link Model} as a model of points.
 *
 * @param model the model
 */
public record NumericModel(Model model) implements PointModel {

  @Override
  public void check(List<String> names, Set<String> texts) {
    List<String> known = known();
    for (String name : names) {
      if (!known.contains(name)) {
        throw Spelling.unknown("parameter", name, known);
      }
      if (texts.contains(name)) {
        throw new IllegalArgumentException(
            "the model's parameter '" + name + "' is a number; its values here are texts");
      }
    }
    for (String name : known) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("the model's parameter '" + name + "' has no values");
      }
    }
  }

  @Override
  public Optional<List<String>> parameters() {
    return Optional.of(known());
  }

  private List<String> known() {
    return UserCode.names(model, "parameters", model::parameters);
  }

  @Override
  public boolean takesTexts() {
    return false;
  }

  @Override
  public List<String> responses() {
    return UserCode.names(model, "responses", model::responses);
  }

  @Override
  public Evaluator open(Opening opening) {
    List<String> parameters = known();
    int[] order = parameters.stream().mapToInt(opening.names()::indexOf).toArray();
    return (place, point, random, responses) -> {
      double[] values = new double[order.length];
      for (int p = 0; p < values.length; p++) {
        values[p] = point.number(order[p]);
      }
      take(model.evaluate(values, random), responses);
    };
  }

  /** Takes what a user's model returned, if it is as many responses as it has. */
  static void take(double[] returned, double[] responses) {
    if (returned == null || returned.length != responses.length) {
      String count = returned == null ? "null" : returned.length + " responses";
      throw new IllegalStateException(
          "the model returned " + count + " instead of " + responses.length);
    }
    System.arraycopy(returned, 0, responses, 0, responses.length);
  }
}
