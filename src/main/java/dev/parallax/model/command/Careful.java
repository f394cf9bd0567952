package dev.parallax.model.command;

import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
import java.util.List;

/**
 * Evaluates a slice whose answers could not be told apart, through processes that get some points
 * each: what one gives counts only if it ends well with as many answers as points. Where it does
 * not, there are fewer points in the next, down to one, which then is the one that fails; where it
 * does, there are more. So a point that goes wrong costs some twenty processes, and the others
 * little.
 */
final class Careful implements PointModel.Evaluator {
  private static final int MOST = 4096;

  private final Opening opening;
  private final Launcher launcher;
  private final Answers answers;
  private final int most;
  private int size;
  private boolean suspect;
  private int from;
  private List<String> lines = List.of();

  Careful(Launcher launcher, boolean prompt, Answers answers, Opening opening) {
    this.opening = opening;
    this.launcher = launcher;
    this.answers = answers;
    this.most = prompt ? 1 : MOST;
    this.size = most;
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, double[] numbers)
      throws ScriptException, InterruptedException {
    evaluate(place, point, random, PointModel.Answer.of(numbers));
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, PointModel.Answer answer)
      throws ScriptException, InterruptedException {
    if (place < from || place >= from + lines.size()) {
      lines = List.of();
      lines = batch(place);
      from = place;
    }
    PointLines.check(point, answers.protocol());
    answers.read(lines.get(place - from), answer.numbers(), answer.texts());
  }

  private List<String> batch(int place) throws ScriptException, InterruptedException {
    while (true) {
      int count = Math.min(size, opening.size() - place);
      Batch batch = launcher.batch(place, place + count);
      if (batch.isWhole(count)) {
        size = suspect ? 1 : Math.min(most, 2 * count);
        suspect = false;
        return batch.lines();
      }
      suspect = false;
      if (count == 1) {
        throw batch.failure();
      }
      int answered = batch.lines().size();
      suspect = batch.status() != 0 && answered > 0 && answered < count;
      size = suspect ? answered : count / 2;
    }
  }

  @Override
  public void close() {
    launcher.close();
  }
}
