package dev.parallax.workload.point;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
import dev.parallax.text.Digits;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Evaluates a model at the points of a slice.
 *
 * @param <S> the type of the data that travel with a slice
 * @param model the model
 * @param source finds the points
 * @param seed what the points' random streams come from
 * @param nanFails whether a point fails that has a response that is not a number
 */
public record PointEvaluation<S extends Serializable>(
    PointModel model, PointSource<S> source, long seed, boolean nanFails)
    implements BlockFunction<S> {

  @Override
  public List<Column> apply(Slice<S> slice, ItemLoop items) {
    Responses responses = new Responses(model, slice.block().size());
    if (!holds(slice, items, responses, false)) {
      items.again();
      holds(slice, items, responses, true);
    }
    return responses.columns();
  }

  private boolean holds(Slice<S> slice, ItemLoop items, Responses responses, boolean again) {
    Block block = slice.block();
    Opening.Places points = source.places(slice);
    RandomStream random = RandomStream.of(seed, block.first());
    PointModel.Answer answer = PointModel.Answer.of(new double[responses.count()]);
    try (PointModel.Evaluator evaluator = model.open(source.opening(slice, seed, again))) {
      items.forEach(
          i -> {
            RandomStream own = random.moveTo(block.item(i));
            evaluator.evaluate(i, sound(points.at(i)), own, answer);
            check(answer.numbers());
            responses.put(i, answer);
          });
      return evaluator.holds();
    }
  }

  private void check(double[] values) {
    for (int r = 0; nanFails && r < values.length; r++) {
      if (Double.isNaN(values[r])) {
        throw new ArithmeticException("response '" + model.responses().get(r) + "' is NaN");
      }
    }
  }

  /** The columns of a slice, as they are filled. */
  private static final class Responses {
    private final List<ColumnType> types;
    private final double[][] numbers;
    private final long[][] integers;
    private final String[][] texts;

    Responses(PointModel model, int size) {
      types = model.columns().stream().map(Response::type).toList();
      numbers = new double[types.size()][];
      integers = new long[types.size()][];
      texts = new String[types.size()][];
      for (int r = 0; r < types.size(); r++) {
        switch (types.get(r)) {
          case DOUBLE, BOOLEAN -> numbers[r] = new double[size];
          case LONG -> integers[r] = new long[size];
          case TEXT -> {
            texts[r] = new String[size];
            Arrays.fill(texts[r], "");
          }
        }
      }
    }

    int count() {
      return types.size();
    }

    void put(int place, PointModel.Answer answer) {
      for (int r = 0; r < types.size(); r++) {
        switch (types.get(r)) {
          case TEXT -> texts[r][place] = answer.texts()[r];
          case LONG -> integers[r][place] = answer.integers()[r];
          case BOOLEAN -> numbers[r][place] = truth(answer.numbers()[r]);
          case DOUBLE -> numbers[r][place] = answer.numbers()[r];
        }
      }
    }

    private static double truth(double value) {
      if (value != 0 && value != 1) {
        throw new ArithmeticException(
            Digits.shortest(value) + " is neither true (1) nor false (0)");
      }
      return value;
    }

    List<Column> columns() {
      return IntStream.range(0, types.size()).mapToObj(this::column).toList();
    }

    private Column column(int r) {
      return switch (types.get(r)) {
        case DOUBLE -> new Column.Doubles(numbers[r]);
        case LONG -> new Column.Longs(integers[r]);
        case BOOLEAN -> new Column.Booleans(truths(numbers[r]));
        case TEXT -> new Column.Texts(texts[r]);
      };
    }

    private static boolean[] truths(double[] values) {
      boolean[] truths = new boolean[values.length];
      for (int i = 0; i < truths.length; i++) {
        truths[i] = values[i] != 0;
      }
      return truths;
    }
  }

  private static Point sound(Point point) {
    Optional<String> flaw = point.flaw();
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(flaw.get());
    }
    return point;
  }
}
