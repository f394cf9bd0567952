package dev.parallax.model.command;

import dev.parallax.model.Opening;
import dev.parallax.text.SystemText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a model's processes for the points of a slice. */
final class Launcher implements AutoCloseable {
  private final Settings settings;
  private final Opening opening;
  private final Offspring offspring = new Offspring();
  private Scratch scratch; // made for the first process, if there are files

  /**
   * What a model says of its processes.
   *
   * @param words the command line
   * @param form how they are told points
   * @param files what their working folder holds; if none, that is the current folder
   * @param prompt whether they are to write each answer at once
   * @param patience how long one that has nothing more to do may take to end
   * @param home the absolute path of the folder where the job was begun
   */
  record Settings(
      List<String> words,
      Form form,
      List<CarriedFile> files,
      boolean prompt,
      Duration patience,
      String home) {}

  /** How points are written to a process. */
  @FunctionalInterface
  interface Form {
    /**
     * The writer of one process.
     *
     * @param seed the job's seed
     * @throws ScriptException if what it writes of cannot be made
     */
    PointLines lines(long seed);
  }

  Launcher(Settings settings, Opening opening) {
    this.settings = settings;
    this.opening = opening;
  }

  /**
   * Starts a process.
   *
   * @param words its command line
   * @param first the item of the first point that it will see
   * @param step from its item to the next one's
   */
  Child start(List<String> words, long first, long step) throws ScriptException {
    checkWritten(words);
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment.put("PARALLAX_SEED", Long.toString(opening.seed()));
    environment.put("PARALLAX_SLICE", Integer.toString(opening.slice()));
    environment.put("PARALLAX_ITEM", Long.toString(first));
    environment.put("PARALLAX_STEP", Long.toString(step));
    environment.put("PARALLAX_ITEM_SEED", Long.toString(new ItemSeeds(opening.seed()).of(first)));
    environment.put("PARALLAX_HOME_FOLDER", settings.home());
    if (settings.prompt()) {
      environment.put("PYTHONUNBUFFERED", "1");
    }
    if (!settings.files().isEmpty()) {
      if (scratch == null) {
        scratch = Scratch.with(settings.files());
      }
      builder.directory(scratch.folder().toFile());
    }
    offspring.mark(environment);
    return Child.start(builder, settings.patience(), offspring);
  }

  /** Else the program would be given other letters. */
  private static void checkWritten(List<String> words) throws ScriptException {
    for (String word : words) {
      Optional<String> obstacle = SystemText.ofProcess().obstacle(word);
      if (obstacle.isPresent()) {
        throw new ScriptException("the argument '" + word + "' " + obstacle.get());
      }
    }
  }

  /** A process that is fed with the points from one place up to but without another. */
  ModelProcess session(int from, int to, boolean prompt) throws ScriptException {
    Opening.Places points = opening.points().pass();
    long first = points.at(from).item();
    long step = from + 1 < opening.size() ? points.at(from + 1).item() - first : 1;
    PointLines form = settings.form().lines(opening.seed());
    return new ModelProcess(start(settings.words(), first, step), form, points, from, to, prompt);
  }

  /** All that a process gives that is fed with these points alone. */
  Batch batch(int from, int to) throws ScriptException, InterruptedException {
    try (ModelProcess session = session(from, to, false)) {
      return Batch.of(session, to - from);
    }
  }

  @Override
  public void close() {
    offspring.close();
    if (scratch != null) {
      scratch.close();
    }
  }
}
