package dev.parallax.model.python;

import dev.parallax.engine.block.Response;
import dev.parallax.model.Opening;
import dev.parallax.model.PointModel;
import dev.parallax.model.command.ScriptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** A function of Python's as a model. What it answers is known from its first answer. */
public final class PythonModel implements PointModel {
  private static final long serialVersionUID = 1L;

  /** Describes an answer that is an object of Python's: a text that says nothing to people. */
  public static final String PICKLED = "a Python object, pickled, to base 64";

  private final PythonCode code;
  private final List<PythonAnswer> answers;

  /** Whether each answer is to be sent at once, as the time of each item counts. */
  private final boolean prompt;

  private PythonModel(PythonCode code, List<PythonAnswer> answers, boolean prompt) {
    this.code = code;
    this.answers = List.copyOf(answers);
    this.prompt = prompt;
  }

  /**
   * The function in a file of the Python package.
   *
   * @param onCluster whether workers do not see this machine's files
   * @throws IllegalArgumentException in one line, if the file is none of these
   */
  public static PythonModel of(Path file, boolean onCluster) {
    PythonCode code = PythonCode.read(file, onCluster);
    if (!code.columns().isEmpty()) {
      throw new IllegalArgumentException(file + ": is a function of rows, for a bootstrap");
    }
    return new PythonModel(code, code.answers(), false);
  }

  /** This model where an item has a time limit. */
  public PythonModel withLimit(Duration limit) {
    return new PythonModel(code, answers, !limit.isZero());
  }

  /**
   * What it answers, as pairs of a name and what that is to Python: {@code float}, {@code int},
   * {@code bool}, {@code str}, {@code object}, or a vector such as {@code float[32]}.
   */
  public List<List<String>> answers() {
    return known().stream().map(PythonAnswer::pair).toList();
  }

  /** A number called {@code value} where nothing is known. */
  private List<PythonAnswer> known() {
    return answers.isEmpty() ? PythonAnswer.UNKNOWN : answers;
  }

  @Override
  public void check(List<String> names, Set<String> texts) {
    for (String response : responses()) {
      if (names.contains(response)) {
        throw new IllegalArgumentException(
            "response '" + response + "' has the name of a parameter; call one of them otherwise");
      }
    }
    if (!code.takesKeywords() && names.size() != 1) {
      throw new IllegalArgumentException("the function is one of elements, for a map");
    }
  }

  @Override
  public List<String> responses() {
    return columns().stream().map(Response::name).toList();
  }

  @Override
  public List<Response> columns() {
    return known().stream().flatMap(answer -> answer.columns().stream()).toList();
  }

  /**
   * Nothing: a process is started once and stays. It is looked whether the function can be loaded.
   *
   * @throws ScriptException if it cannot
   */
  @Override
  public double openingSeconds() {
    long engine = code.onEngine() ? 0 : PythonWorker.NO_ENGINE;
    try {
      PythonWorker.opened(code, code.job(answers, List.of(), 1, prompt), engine).release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    return 0;
  }

  /** Checks that it can be loaded here, where there is no other place to load it. */
  private void check() {
    if (code.travels()) {
      return;
    }
    try {
      openingSeconds();
    } catch (ScriptException e) {
      String why = e.getMessage().lines().findFirst().orElse("");
      throw new IllegalArgumentException(code.name() + " cannot be loaded by a worker: " + why, e);
    }
  }

  /** What the function is called. */
  public String title() {
    return code.name();
  }

  /**
   * Asks for the first items, one by one, until one has an answer. If all fail, so will the run.
   *
   * @throws IllegalArgumentException if the function cannot be loaded
   */
  @Override
  public PointModel answering(Opening first) {
    check();
    if (!answers.isEmpty()) {
      return this;
    }
    try (PythonEvaluator evaluator = new PythonEvaluator(code, List.of(), true, first)) {
      for (int place = 0; place < first.size(); place++) {
        Optional<List<PythonAnswer>> learnt = evaluator.learnt(place);
        if (learnt.isPresent()) {
          return new PythonModel(code, learnt.get(), prompt);
        }
      }
    }
    return this;
  }

  @Override
  public Evaluator open(Opening opening) {
    return new PythonEvaluator(code, known(), prompt, opening);
  }
}
