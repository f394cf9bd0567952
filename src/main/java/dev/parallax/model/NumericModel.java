package dev.parallax.model;

import dev.parallax.spelling.Spelling;
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
    for (String name : names) {
      if (!model.parameters().contains(name)) {
        throw Spelling.unknown("parameter", name, model.parameters());
      }
      if (texts.contains(name)) {
        throw new IllegalArgumentException(
            "the model's parameter '" + name + "' is a number; its values here are texts");
      }
    }
    for (String name : model.parameters()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("the model's parameter '" + name + "' has no values");
      }
    }
  }

  @Override
  public Optional<List<String>> parameters() {
    return Optional.of(model.parameters());
  }

  @Override
  public boolean takesTexts() {
    return false;
  }

  @Override
  public List<String> responses() {
    return model.responses();
  }

  @Override
  public Evaluator open(Opening opening) {
    List<String> parameters = model.parameters();
    int[] order = parameters.stream().mapToInt(opening.names()::indexOf).toArray();
    return (place, point, random, responses) -> {
      double[] values = new double[order.length];
      for (int p = 0; p < values.length; p++) {
        values[p] = point.number(order[p]);
      }
      double[] returned = model.evaluate(values, random);
      if (returned.length != responses.length) {
        throw new IllegalStateException(
            "the model returned " + returned.length + " responses instead of " + responses.length);
      }
      System.arraycopy(returned, 0, responses, 0, responses.length);
    };
  }
}
