package dev.parallax.model.command;

import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import dev.parallax.random.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Evaluates each point through a process of its own, which finds it in its command line. */
final class Single implements PointModel.Evaluator {
  private final Opening opening;
  private final Launcher launcher;
  private final Template template;
  private final Answers answers;

  Single(Launcher launcher, Template template, Answers answers, Opening opening) {
    this.opening = opening;
    this.launcher = launcher;
    this.template = template;
    this.answers = answers;
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, double[] numbers)
      throws ScriptException, InterruptedException {
    evaluate(place, point, random, PointModel.Answer.of(numbers));
  }

  @Override
  public void evaluate(int place, Point point, RandomStream random, PointModel.Answer values)
      throws ScriptException, InterruptedException {
    try (Child child =
        launcher.start(template.at(point, opening.seed(), opening.slice()), point.item(), 1)) {
      closeInput(child);
      String answer = output(child);
      int status = child.status();
      if (status != 0 || answer.isBlank()) {
        throw Batch.failure(!answer.isBlank(), status, child.errors());
      }
      answers.read(answer, values.numbers(), values.texts());
    }
  }

  private static void closeInput(Child child) {
    try {
      child.input().close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  private static String output(Child child) throws InterruptedException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte[] more = child.bytes(); more.length > 0; more = child.bytes()) {
      text.write(more, 0, Math.min(more.length, Lines.LONGEST + 1 - text.size()));
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    launcher.close();
  }
}
