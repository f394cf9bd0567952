package dev.parallax.model.command;

import dev.parallax.engine.block.Response;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A program, in any language, as a model: {@code python3 model.py}.
 *
 * @param words its command line
 * @param protocol how it is told points and gives responses
 * @param forms what it answers, in their order
 * @param files what its working folder holds; if none, that is the current folder
 * @param prompt whether a point is written only when the answer for the one before was read, so
 *     that the time that each takes is its own; the program has to write each answer at once, and
 *     not into a buffer
 * @param patience how long a process that has nothing more to do may take to end
 * @param home the absolute path of the folder where the job was begun
 */
public record CommandModel(
    List<String> words,
    Protocol protocol,
    List<ResponseForm> forms,
    List<CarriedFile> files,
    boolean prompt,
    Duration patience,
    String home)
    implements PointModel {
  /** The name of the one response where none is given. */
  public static final String VALUE = "value";

  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
  static final Duration MOST_PATIENCE = Duration.ofSeconds(30);

  /** Stands, in the path of a file that is carried, before what is its path there. */
  public static final String KEPT = "/./";

  /** Copies the lists. */
  public CommandModel {
    words = List.copyOf(words);
    forms = List.copyOf(forms);
    files = List.copyOf(files);
  }

  /**
   * The model of a command line, whose program is there.
   *
   * @param command words as a shell splits them
   * @param responses what it answers, each as {@code chi2}, {@code flux[32]}, {@code comment:text}
   *     or {@code converged:boolean}
   * @param files what the program needs, as files, folders and patterns of paths: read here, so
   *     that it travels with the model
   * @throws IllegalArgumentException if the command is empty, its program or its script is missing,
   *     a file cannot be read, or a response has no name or one that there is already
   */
  public static CommandModel of(
      String command, Protocol protocol, List<String> responses, List<Path> files) {
    List<String> words = words(command);
    List<ResponseForm> forms = ResponseForm.of(responses);
    List<CarriedFile> carried = CarriedFile.read(files);
    Program.of(words, carried).check();
    return new CommandModel(words, protocol, forms, carried, false, MOST_PATIENCE, currentFolder());
  }

  /** The absolute path of the current folder. */
  static String currentFolder() {
    return Path.of("").toAbsolutePath().toString();
  }

  /** The words of a command that has some. */
  static List<String> words(String command) {
    List<String> words = ShellWords.of(command);
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw new IllegalArgumentException(
          "--command is empty: give a program, as in 'python3 model.py'");
    }
    return words;
  }

  /** The words of a command line that are the paths of files: its script, for one. */
  public static List<Path> files(String command) {
    return Program.files(ShellWords.of(command));
  }

  /**
   * The files that are meant by a path that is to be carried: of a folder all below it, of a
   * pattern those that match, else the path itself, which need not be there.
   *
   * @throws IllegalArgumentException if it is a folder or a pattern of no file
   */
  public static List<Path> carried(Path written) {
    return CarriedFile.paths(written);
  }

  /**
   * Checks that what the command names is there on the workers of a cluster too.
   *
   * @throws IllegalArgumentException if it names a file of this machine that does not travel
   */
  public void checkTravels() {
    Program.of(words, files).checkTravels();
  }

  /**
   * This model where an item has a time limit: each point is answered before the next is written,
   * and a process that does not end is not waited for much longer than for an item.
   */
  public CommandModel withLimit(Duration limit) {
    return new CommandModel(words, protocol, forms, files, true, patience(limit), home);
  }

  /** How long a process that has nothing more to do may take to end, beside an item's limit. */
  static Duration patience(Duration limit) {
    Duration longest = limit.compareTo(MOST_PATIENCE) < 0 ? limit : MOST_PATIENCE;
    return longest.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : longest;
  }

  @Override
  public void check(List<String> names, Set<String> texts) {
    for (String response : responses()) {
      if (names.contains(response)) {
        throw new IllegalArgumentException(
            "response '" + response + "' has the name of a parameter; name it by --responses");
      }
    }
    if (protocol == Protocol.ARGS) {
      new Template(words).check(names);
    }
    if (protocol == Protocol.JSON && names.contains(PointLines.BESIDES)) {
      throw new IllegalArgumentException(
          "no parameter can be called '" + PointLines.BESIDES + "' with --protocol json");
    }
  }

  /**
   * A file that is carried has its path in the working folder too; another one an absolute path,
   * where there is a new working folder.
   */
  @Override
  public UnaryOperator<String> paths(boolean onCluster) {
    Set<Path> there =
        files.stream()
            .filter(CarriedFile::inPlace)
            .map(file -> Path.of(file.name()))
            .collect(Collectors.toSet());
    return path -> {
      if (there.contains(Path.of(path).normalize())) {
        return path;
      }
      if (onCluster && Program.isOnlyHere(path)) {
        throw new IllegalArgumentException(
            "'"
                + path
                + "' is a file of this machine, which a cluster's workers do not have; name an"
                + " absolute path on storage that they share, or carry the files by --file");
      }
      return files.isEmpty() ? path : Path.of(home).resolve(path).toString();
    };
  }

  @Override
  public List<String> responses() {
    return forms.stream().flatMap(form -> form.names().stream()).toList();
  }

  @Override
  public List<Response> columns() {
    return forms.stream().flatMap(form -> form.columns().stream()).toList();
  }

  private Launcher launcher(Opening opening) {
    Launcher.Form form = seed -> PointLines.of(protocol, seed);
    return new Launcher(new Launcher.Settings(words, form, files, prompt, patience, home), opening);
  }

  /**
   * The time of a process that is fed with nothing; starting one is part of each item for args.
   *
   * @throws ScriptException if it fails then
   */
  @Override
  public double openingSeconds() {
    if (protocol == Protocol.ARGS) {
      return 0;
    }
    long start = System.nanoTime();
    Opening nothing = new Opening(List.of(), 1, 0, () -> place -> new Nowhere(), 0, false);
    try (Launcher launcher = launcher(nothing);
        ModelProcess session = launcher.session(0, 0, false)) {
      Batch batch = Batch.of(session, 0);
      if (batch.status() != 0) {
        throw batch.failure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  /** The point of no item. */
  private record Nowhere() implements Point {
    @Override
    public long item() {
      return 0;
    }

    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public boolean isText(int place) {
      throw new IndexOutOfBoundsException(place);
    }

    @Override
    public double number(int place) {
      throw new IndexOutOfBoundsException(place);
    }

    @Override
    public String text(int place) {
      throw new IndexOutOfBoundsException(place);
    }
  }

  @Override
  public Evaluator open(Opening opening) {
    Answers answers = new Answers(protocol, forms);
    if (protocol == Protocol.ARGS) {
      return new Single(launcher(opening), new Template(words), answers, opening);
    }
    return opening.again()
        ? new Careful(launcher(opening), prompt, answers, opening)
        : new Streamed(launcher(opening), prompt, answers, opening);
  }
}
