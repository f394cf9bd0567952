package dev.parallax.model.function;

import dev.parallax.engine.block.Response;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointFunction;
import dev.parallax.model.PointModel;
import dev.parallax.model.UserCode;
import dev.parallax.random.RandomStream;
import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * A function of a point that answers with an object as a model of points. What it answers is known
 * from its first answer.
 */
public final class ObjectModel implements PointModel {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final PointFunction.ToObject function;
  private final AnswerForm answer;

  private ObjectModel(String name, PointFunction.ToObject function, AnswerForm answer) {
    this.name = name;
    this.function = function;
    this.answer = answer;
  }

  /**
   * The model of a function.
   *
   * @param name what its answer is called where that is one value
   */
  public static ObjectModel of(String name, PointFunction.ToObject function) {
    return new ObjectModel(name, function, AnswerForm.unknown(name));
  }

  @Override
  public void check(List<String> names, Set<String> texts) {
    for (String response : responses()) {
      if (answer.known() && names.contains(response)) {
        throw new IllegalArgumentException(
            "response '" + response + "' has the name of a parameter; call one of them otherwise");
      }
    }
    List<String> known = known();
    for (String given : known.isEmpty() ? List.<String>of() : names) {
      if (!known.contains(given)) {
        throw Spelling.unknown("parameter", given, known);
      }
    }
    for (String wanted : known) {
      if (!names.contains(wanted)) {
        throw new IllegalArgumentException("the model's parameter '" + wanted + "' has no values");
      }
    }
  }

  private List<String> known() {
    return UserCode.names(function, "parameters", function::parameters);
  }

  @Override
  public Optional<List<String>> parameters() {
    return Optional.of(known()).filter(known -> !known.isEmpty());
  }

  @Override
  public List<String> responses() {
    return columns().stream().map(Response::name).toList();
  }

  @Override
  public List<Response> columns() {
    return answer.columns();
  }

  /**
   * Asks for the first points, one by one, until one has an answer. If all fail, so will the run.
   *
   * @throws IllegalArgumentException if there are no columns for that answer
   */
  @Override
  public PointModel answering(Opening first) {
    Opening.Places points = first.points().pass();
    for (int place = 0; place < first.size() && !answer.known(); place++) {
      Optional<Object> found = answer(points.at(place), first.seed());
      if (found.isPresent()) {
        return new ObjectModel(name, function, AnswerForm.of(name, found.get()));
      }
    }
    return this;
  }

  /** The answer at a point; none if it fails there, or is null. */
  private Optional<Object> answer(Point point, long seed) {
    if (point.flaw().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(function.apply(point, RandomStream.of(seed, point.item())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Exception | Error e) {
      return Optional.empty(); // it fails again in the run, and is recorded there
    }
  }

  @Override
  public Evaluator open(Opening opening) {
    return new Evaluation(function, answer.reader());
  }

  private record Evaluation(PointFunction.ToObject function, AnswerForm.Reader reader)
      implements Evaluator {
    @Override
    public void evaluate(int place, Point point, RandomStream random, double[] responses)
        throws Exception {
      evaluate(place, point, random, Answer.of(responses));
    }

    @Override
    public void evaluate(int place, Point point, RandomStream random, Answer answer)
        throws Exception {
      reader.read(function.apply(point, random), answer);
    }
  }
}
