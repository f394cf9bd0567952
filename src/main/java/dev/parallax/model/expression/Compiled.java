package dev.parallax.model.expression;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
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
 * @param types what the results are
 * @param formula the code
 */
record Compiled(
    List<String> names,
    Set<String> textNames,
    List<Integer> numbers,
    List<Integer> texts,
    List<String> quoted,
    List<ColumnType> types,
    Formula formula) {

  /**
   * The compiled results of a translation.
   *
   * @throws IllegalArgumentException if they are too much for a method of Java
   */
  static Compiled of(
      List<String> names,
      Set<String> textNames,
      JavaSource translation,
      List<JavaSource.Result> results) {
    return new Compiled(
        List.copyOf(names),
        Set.copyOf(textNames),
        translation.numbers().stream().map(names::indexOf).toList(),
        translation.texts().stream().map(names::indexOf).toList(),
        List.copyOf(translation.quoted()),
        results.stream().map(JavaSource.Result::type).toList(),
        Compiler.compile(results));
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
    return new Evaluator(this);
  }

  private static final class Evaluator implements PointModel.Evaluator {
    private final Formula formula;
    private final double[] n;
    private final String[] t;
    private final String[] q;
    private final int[] numbers;
    private final int[] texts;

    Evaluator(Compiled compiled) {
      formula = compiled.formula;
      n = new double[compiled.numbers.size()];
      t = new String[compiled.texts.size()];
      q = compiled.quoted.toArray(String[]::new);
      numbers = compiled.numbers.stream().mapToInt(Integer::intValue).toArray();
      texts = compiled.texts.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void evaluate(int place, Point point, RandomStream random, double[] responses) {
      evaluate(place, point, random, PointModel.Answer.of(responses));
    }

    @Override
    public void evaluate(int place, Point point, RandomStream random, PointModel.Answer answer) {
      for (int i = 0; i < n.length; i++) {
        n[i] = point.number(numbers[i]);
      }
      for (int i = 0; i < t.length; i++) {
        t[i] = point.text(texts[i]);
      }
      formula.evaluate(n, t, q, random, answer.numbers(), answer.texts());
    }
  }
}
