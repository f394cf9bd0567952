package dev.parallax.model.command;

import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Evaluates a slice through one process, as fast as that goes: its points are written ahead, its
 * answers taken as they come, answer k for point k. Where it ends too early, at a point that makes
 * it end when it is the only one too, that point has failed, and another process goes on behind it.
 *
 * <p>Of the answers nothing says which point they are for but their number. So they hold only if
 * the process that gave them ended well after the last one, or else if its last answer is given
 * again before the point that ends it: if not, the slice is to be evaluated again, with care.
 */
final class Streamed implements PointModel.Evaluator {
  private final Opening opening;
  private final Launcher launcher;
  private final Answers answers;
  private final boolean prompt;
  private Optional<ModelProcess> session = Optional.empty();
  private int first;
  private int next;
  private String last = "";
  private boolean holds = true;
  private boolean suspect; // the point before has failed, and maybe all do

  Streamed(Launcher launcher, boolean prompt, Answers answers, Opening opening) {
    this.opening = opening;
    this.launcher = launcher;
    this.answers = answers;
    this.prompt = prompt;
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, double[] numbers)
      throws ScriptException, InterruptedException {
    evaluate(place, point, random, PointModel.Answer.of(numbers));
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, PointModel.Answer answer)
      throws ScriptException, InterruptedException {
    try {
      skipTo(place);
      boolean alone = session.isEmpty() && suspect;
      if (session.isEmpty() && holds && !alone) {
        session = Optional.of(launcher.session(place, opening.size(), prompt));
        first = place;
        next = place;
      }
      if (alone ? isAnsweredAlone(place) : isAnswered()) {
        PointLines.check(point, answers.protocol());
        answers.read(last, answer.numbers(), answer.texts());
      }
    } catch (InterruptedException e) {
      stop();
      throw e;
    }
  }

  /** Reads over the answers for points that are not asked for, as something is wrong with them. */
  private void skipTo(int place) throws InterruptedException {
    while (session.isPresent() && next < place) {
      try {
        isAnswered();
      } catch (ScriptException e) {
        // They have failed anyway.
      }
    }
  }

  /**
   * Takes the next answer. Whether there is one; if not, the slice is to be evaluated again.
   *
   * @throws ScriptException if it is the point's fault that there is none
   */
  private boolean isAnswered() throws ScriptException, InterruptedException {
    if (!holds) {
      return false;
    }
    ModelProcess current = session.orElseThrow();
    Optional<String> answer = Optional.empty();
    if (current.isAhead()) {
      holds = false;
    } else {
      answer = current.answer();
      next++;
    }
    if (answer.isPresent()) {
      last = answer.get();
      return true;
    }
    if (holds) {
      ended(current, next - 1);
    }
    stop();
    return false;
  }

  /** The same through a process of its own, where another one would most likely end at once. */
  private boolean isAnsweredAlone(int place) throws ScriptException, InterruptedException {
    if (!holds) {
      return false;
    }
    Batch batch = launcher.batch(place, place + 1);
    if (batch.isWhole(1)) {
      last = batch.lines().get(0);
      suspect = false;
      return true;
    }
    if (batch.lines().isEmpty()) {
      throw batch.failure();
    }
    holds = false;
    return false;
  }

  /** The process has ended without an answer for this point. */
  private void ended(ModelProcess current, int place) throws ScriptException, InterruptedException {
    boolean alone = place == first;
    int status = current.status();
    stop();
    if (status == 0) {
      current.checkFed();
    }
    if (alone || status != 0) {
      Batch again = launcher.batch(alone ? place : place - 1, place + 1);
      boolean same = again.lines().equals(alone ? List.of() : List.of(last));
      if (same && (alone || again.status() != 0)) {
        suspect = true;
        throw Batch.failure(false, again.status(), again.errors());
      }
    }
    holds = false;
  }

  private void stop() {
    session.ifPresent(ModelProcess::close);
    session = Optional.empty();
  }

  @Override
  public boolean holds() {
    try {
      if (session.isPresent() && areAllFlawed(next)) {
        skipTo(opening.size());
      }
      if (session.isPresent() && next == opening.size()) {
        holds = session.get().surplus(1).isEmpty() && session.get().status() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    return holds;
  }

  /** Whether no point from this place on can be evaluated. */
  private boolean areAllFlawed(int place) {
    Opening.Places points = opening.points().pass();
    int at = place;
    while (at < opening.size() && points.at(at).flaw().isPresent()) {
      at++;
    }
    return at == opening.size();
  }

  @Override
  public void close() {
    stop();
    launcher.close();
  }
}
