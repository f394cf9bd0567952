package dev.parallax.model.expression;

import dev.parallax.model.PointModel;
import java.util.List;
import java.util.Set;

/**
 * Compiled expressions, and where their values stand in a point.
 *
 * @param names the names of the point's values
 * @param textNames those of them that are texts
 * @param numbers the places of the numbers that are used
 * @param texts the places of the texts that are used
 * @param quoted the texts in the expressions
 * @param formula the code
 */
record Compiled(
    List<String> names,
    Set<String> textNames,
    List<Integer> numbers,
    List<Integer> texts,
    List<String> quoted,
    Formula formula) {

  static Compiled of(
      List<String> names, Set<String> textNames, JavaSource translation, Formula formula) {
    return new Compiled(
        List.copyOf(names),
        Set.copyOf(textNames),
        translation.numbers().stream().map(names::indexOf).toList(),
        translation.texts().stream().map(names::indexOf).toList(),
        List.copyOf(translation.quoted()),
        formula);
  }

  boolean isFor(List<String> otherNames, Set<String> otherTexts) {
    return names.equals(otherNames) && textNames.equals(otherTexts);
  }

  /** Whether a parameter is used as a number. */
  boolean uses(String name) {
    return numbers.stream().anyMatch(place -> names.get(place).equals(name));
  }

  /** An evaluator for one thread. */
  PointModel.Evaluator evaluator() {
    double[] n = new double[numbers.size()];
    String[] t = new String[texts.size()];
    String[] q = quoted.toArray(String[]::new);
    int[] numberPlaces = numbers.stream().mapToInt(Integer::intValue).toArray();
    int[] textPlaces = texts.stream().mapToInt(Integer::intValue).toArray();
    return (place, point, random, responses) -> {
      for (int i = 0; i < n.length; i++) {
        n[i] = point.number(numberPlaces[i]);
      }
      for (int i = 0; i < t.length; i++) {
        t[i] = point.text(textPlaces[i]);
      }
      formula.evaluate(n, t, q, random, responses);
    };
  }
}
