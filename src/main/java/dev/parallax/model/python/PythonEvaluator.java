package dev.parallax.model.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.model.command.ScriptException;
import dev.parallax.random.RandomStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Evaluates the points of a slice in a Python process. */
@SuppressWarnings("ByteBufferBackingArray") // each has an array of its own
final class PythonEvaluator implements PointModel.Evaluator {
  private static final byte NUMBER = 0;
  private static final byte TEXT = 1;
  private static final byte DIGITS = 2;

  /** Below this, each whole number is a double. */
  private static final double EXACT = 0x1p53;

  private final Opening opening;
  private final List<PythonAnswer> answers;
  private final Asking asking;
  private Opening.Places points;
  private int last = -1;

  /**
   * Nothing asked yet.
   *
   * @param answers what is answered; none if that is to be {@linkplain #learnt learnt}
   */
  PythonEvaluator(PythonCode code, List<PythonAnswer> answers, boolean prompt, Opening opening) {
    this.opening = opening;
    this.points = opening.points().pass();
    this.answers = answers;
    this.asking =
        new Asking(
                code,
                'B',
                opening.size(),
                code.job(answers, opening.names(), opening.seed(), prompt),
                this::written)
            .on(opening.size() > 0 ? points.at(0).item() : 0)
            .prepare();
  }

  /** A point as a worker reads it; nothing where it cannot be evaluated at all. */
  private Optional<byte[]> written(int place) {
    if (place <= last) { // asked once more
      points = opening.points().pass();
    }
    last = place;
    Point point = points.at(place);
    if (point.flaw().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(written(point));
  }

  /** The item, then each value: a double, or a text, or a number that is no double in digits. */
  private static byte[] written(Point point) {
    int count = point.names().size();
    byte[][] texts = new byte[count][];
    int size = Long.BYTES;
    for (int i = 0; i < count; i++) {
      boolean exact = !point.isText(i) && isExact(point, i);
      texts[i] = exact ? null : point.text(i).getBytes(UTF_8);
      size += 1 + (exact ? Double.BYTES : Integer.BYTES + texts[i].length);
    }
    ByteBuffer out = Asking.buffer(size).putLong(point.item());
    for (int i = 0; i < count; i++) {
      if (texts[i] == null) {
        out.put(NUMBER).putDouble(point.number(i));
      } else {
        out.put(point.isText(i) ? TEXT : DIGITS).putInt(texts[i].length).put(texts[i]);
      }
    }
    return out.array();
  }

  /** Whether a number is surely the double; where a whole number is none, the point says so. */
  private static boolean isExact(Point point, int place) {
    try {
      return !(Math.abs(point.number(place)) >= EXACT); // NaN is one
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** What the function answers, by what it answers here; none if it fails here. */
  Optional<List<PythonAnswer>> learnt(int place) {
    if (opening.points().pass().at(place).flaw().isPresent()) {
      return Optional.empty();
    }
    try {
      PythonWorker.Frame frame = asking.answer(place);
      if (frame.kind() != 'K') {
        return Optional.empty();
      }
      asking.rest();
      return Optional.of(PythonAnswer.of(frame.text()));
    } catch (ScriptException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, double[] numbers)
      throws InterruptedException {
    evaluate(place, point, random, PointModel.Answer.of(numbers));
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, PointModel.Answer answer)
      throws InterruptedException {
    ByteBuffer values = asking.values(place);
    int column = 0;
    for (PythonAnswer one : answers) {
      column = one.read(values, column, answer.numbers(), answer.texts());
    }
  }

  @Override
  public void close() {
    asking.close();
  }
}
