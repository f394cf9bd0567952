package dev.parallax.model.expression;

import dev.parallax.model.NumberText;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Evaluates expressions at one point. */
final class Evaluation {
  private Evaluation() {}

  /** The value of one expression at x = 3, y = -2, k = 0.5, colour = red. */
  static double of(String expression) {
    return of(List.of(expression), Map.of("x", 3.0, "y", -2.0, "k", 0.5, "colour", "red"), 0)[0];
  }

  /** The values of expressions of these parameters, numbers and texts, as item of that index. */
  static double[] of(List<String> expressions, Map<String, Object> parameters, long item) {
    Expression model = Expression.of(expressions.toArray(String[]::new));
    Map<String, Object> sorted = new TreeMap<>(parameters);
    List<String> names = List.copyOf(sorted.keySet());
    Point point = new Fixed(item, names, new ArrayList<>(sorted.values()));
    model.check(
        names,
        names.stream().filter(n -> sorted.get(n) instanceof String).collect(Collectors.toSet()));
    double[] responses = new double[model.responses().size()];
    Opening opening = new Opening(names, 1, 0, () -> place -> point, 1, false);
    try (PointModel.Evaluator evaluator = model.open(opening)) {
      evaluator.evaluate(0, point, RandomStream.of(1, item), responses);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return responses;
  }

  /** A point of given values. */
  private record Fixed(long item, List<String> names, List<Object> values) implements Point {

    @Override
    public boolean isText(int place) {
      return values.get(place) instanceof String;
    }

    @Override
    public double number(int place) {
      return (Double) values.get(place);
    }

    @Override
    public String text(int place) {
      return isText(place) ? (String) values.get(place) : NumberText.of(number(place));
    }
  }
}
