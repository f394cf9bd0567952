package dev.parallax.model.command;

import dev.parallax.model.NumberText;
import dev.parallax.model.Opening;
import dev.parallax.model.PointModel;
import dev.parallax.model.Resample;
import dev.parallax.model.Resamples;
import dev.parallax.model.Statistic;
import dev.parallax.random.RandomStream;
import dev.parallax.text.Choices;
import dev.parallax.text.Thrown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program, in any language, as a statistic: {@code python3 fit.py}. One process serves the
 * resamples of a slice. It is told the path of a file with the table once, and then a line of row
 * numbers for each resample, which are written ahead of its answers.
 *
 * <p>Where the values themselves change from one replicate to the next, each has a table and a
 * process of its own.
 */
public final class CommandStatistic implements Statistic {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> words;
  private final Telling telling;
  private final ArrayList<String> columns;
  private final ArrayList<String> responses;
  private final ArrayList<CarriedFile> files;

  /** How long an item may take; zero for no limit. */
  private final Duration limit;

  /** The values of the rows as they are, which are asked for again and again. */
  private transient volatile Known known;

  /** Where the job was begun. */
  private final String home = CommandModel.currentFolder();

  /** How many seconds a process takes to begin; 0 if that is not known. */
  private transient volatile double opening;

  private CommandStatistic(
      List<String> words,
      Telling telling,
      List<String> columns,
      List<String> responses,
      List<CarriedFile> files,
      Duration limit) {
    this.words = new ArrayList<>(words);
    this.telling = telling;
    this.columns = new ArrayList<>(columns);
    this.responses = new ArrayList<>(responses);
    this.files = new ArrayList<>(files);
    this.limit = limit;
  }

  /** How a program is told a resample. */
  public enum Telling {
    /** A line of the numbers, from 0, of the rows that were drawn. */
    LINES,
    /** A line that says for each row how often it was drawn. */
    COUNTS,
    /** A JSON object with the rows' numbers, on a line; JSON on a line as answer. */
    JSON;

    @Override
    public String toString() {
      return Choices.text(this);
    }
  }

  /**
   * The statistic of a command line, whose program is there.
   *
   * @param command words as a shell splits them
   * @param columns the names of the columns that it is given, in their order
   * @param responses the names of its values, in their order; none for one value without a name
   * @param files what the program needs: read here, so that it travels with the statistic
   * @throws IllegalArgumentException if the command is empty, its program or its script is missing,
   *     a file cannot be read, or a column or a response has no name or one that there is already
   */
  public static CommandStatistic of(
      String command,
      Telling telling,
      List<String> columns,
      List<String> responses,
      List<Path> files) {
    List<String> words = CommandModel.words(command);
    ResponseForm.checkNumbers(responses);
    checkColumns(columns);
    List<CarriedFile> carried = CarriedFile.read(files);
    Program.of(words, carried).check();
    List<String> names = responses.isEmpty() ? List.of("replicate") : responses;
    return new CommandStatistic(words, telling, columns, names, carried, Duration.ZERO);
  }

  private static void checkColumns(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("--columns: there is none");
    }
    for (String name : names) {
      if (name.isBlank() || name.contains("\n") || name.contains("\r")) {
        throw new IllegalArgumentException("--columns: '" + name.strip() + "' is no name");
      }
    }
    List<String> others = new ArrayList<>(names);
    new HashSet<>(names).forEach(others::remove);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("--columns: '" + others.get(0) + "' is there twice");
    }
  }

  /**
   * Checks that what the command names is there on the workers of a cluster too.
   *
   * @throws IllegalArgumentException if it names a file of this machine that does not travel
   */
  public void checkTravels() {
    Program.of(words, files).checkTravels();
  }

  /** This statistic where an item has a time limit: each resample is answered before the next. */
  public CommandStatistic withLimit(Duration longest) {
    return new CommandStatistic(words, telling, columns, responses, files, longest);
  }

  /**
   * This statistic with the columns called otherwise, as many as there are.
   *
   * @throws IllegalArgumentException if one has no name, or one that there is already
   */
  public CommandStatistic withColumns(List<String> names) {
    checkColumns(names);
    return new CommandStatistic(words, telling, names, responses, files, limit);
  }

  @Override
  public int columns() {
    return columns.size();
  }

  @Override
  public List<String> responses() {
    return List.copyOf(responses);
  }

  @Override
  public boolean takesConstants() {
    return true;
  }

  @Override
  public boolean elsewhere() {
    return true;
  }

  /**
   * The time of a process that is told of the table and nothing else, measured once.
   *
   * @throws ScriptException if it fails then
   */
  @Override
  public double openingSeconds(double[][] table) {
    if (opening == 0) {
      opening = measured(table);
    }
    return opening;
  }

  private double measured(double[][] table) {
    long start = System.nanoTime();
    Resamples nothing = new Resamples(1, 0, place -> 0, 0, () -> place -> null, false);
    try (Script script = new Script(table, nothing);
        ModelProcess session = script.launcher.session(0, 0, false)) {
      Batch batch = Batch.of(session, 0);
      if (batch.status() != 0) {
        throw batch.failure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  /**
   * Checks that the program gives values for the rows as they are, within the limit.
   *
   * @throws IllegalArgumentException if not: in one line, with what it says of its error
   */
  public void check(double[][] table) {
    FutureTask<double[]> values = new FutureTask<>(() -> observed(table));
    Thread asking = Child.daemon(values, "statistic of all rows");
    try {
      if (limit.isZero()) {
        values.get();
      } else {
        values.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (TimeoutException e) {
      end(asking);
      throw failing("took longer than " + NumberText.of(limit.toMillis() / 1e3) + " s", e);
    } catch (ExecutionException e) {
      throw failing(Thrown.message(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      asking.interrupt();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Has a thread end its process, and waits for that a little. */
  private static void end(Thread asking) {
    asking.interrupt();
    try {
      asking.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static IllegalArgumentException failing(String why, Throwable cause) {
    return new IllegalArgumentException("--command fails on the rows as they are: " + why, cause);
  }

  private double[] observed(double[][] table) throws InterruptedException {
    double[] values = new double[responses.size()];
    try (Script script = new Script(table, Resamples.of(Resample.everyRow(table[0].length)))) {
      Batch batch = script.launcher.batch(0, 1);
      if (!batch.isWhole(1)) {
        throw batch.briefFailure();
      }
      script.answers.read(batch.lines().get(0), values);
    }
    known = new Known(table, values);
    return values;
  }

  /**
   * What is known of the rows as they are.
   *
   * @param table the columns
   * @param values the statistic's values
   */
  @SuppressWarnings("ArrayRecordComponent") // one table is known by being the same object
  private record Known(double[][] table, double[] values) {

    /** Whether a resample is each row once. */
    boolean isOf(Resample resample) {
      int[] rows = resample.rows();
      boolean every = rows.length == table[0].length;
      for (int row = 0; row < rows.length && every; row++) {
        every = rows[row] == row;
      }
      return every;
    }
  }

  @Override
  public Prepared prepare(double[][] table) {
    return new OnTable(table);
  }

  /** The statistic on a table. */
  private final class OnTable implements Ahead {
    private final double[][] table;

    OnTable(double[][] table) {
      this.table = table;
    }

    @Override
    public Resamples.Series open(Resamples resamples) {
      return new Script(table, resamples);
    }

    @Override
    public Evaluator evaluator() {
      Evaluator asked = Ahead.oneByOne(this, responses.size());
      Known there = known;
      return there == null || there.table != table ? asked : new Remembering(asked, there);
    }
  }

  /** Asks for no values that were asked for before. */
  private record Remembering(Evaluator asked, Known known) implements Evaluator {
    @Override
    public double evaluate(Resample resample) {
      return known.isOf(resample) && known.values.length == 1
          ? known.values[0]
          : asked.evaluate(resample);
    }

    @Override
    public void evaluate(Resample resample, double[] values) {
      if (known.isOf(resample)) {
        System.arraycopy(known.values, 0, values, 0, known.values.length);
      } else {
        asked.evaluate(resample, values);
      }
    }
  }

  private PointLines lines(ResampleLines.TableFile file, long seed) {
    return switch (telling) {
      case LINES -> ResampleLines.rows(file);
      case COUNTS -> ResampleLines.counts(file);
      case JSON -> ResampleLines.json(file, seed);
    };
  }

  /** The processes of a block, and the file that they read. */
  private final class Script implements Resamples.Series {
    private final ResampleLines.TableFile file;
    private final int size;
    private final RandomStream random;
    private final Launcher launcher;
    private final Answers answers;
    private final PointModel.Evaluator evaluator;

    /** As many as the program gives; who asks may have room for more. */
    private final double[] own = new double[responses.size()];

    private int next;

    Script(double[][] table, Resamples resamples) {
      size = resamples.size();
      random = RandomStream.of(resamples.seed(), 0);
      file = new ResampleLines.TableFile(columns, table);
      Opening opening = ResampleLines.opening(resamples);
      boolean prompt = !limit.isZero();
      Duration patience = prompt ? CommandModel.patience(limit) : CommandModel.MOST_PATIENCE;
      Launcher.Form form = seed -> lines(file, seed);
      launcher =
          new Launcher(new Launcher.Settings(words, form, files, prompt, patience, home), opening);
      boolean json = telling == Telling.JSON;
      answers =
          new Answers(
              json ? Protocol.JSON : Protocol.LINES,
              responses.stream().map(ResponseForm::number).toList());
      evaluator =
          resamples.again()
              ? new Careful(launcher, prompt, answers, opening)
              : new Streamed(launcher, prompt, answers, opening);
    }

    @Override
    public void evaluate(int place, double[] values) {
      next = place + 1;
      try {
        evaluator.evaluate(place, ResampleLines.NO_VALUES, random, own);
        System.arraycopy(own, 0, values, 0, own.length);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e); // there are no others
      }
    }

    /** Where the last resamples were not asked for, answers that are too many may be hidden. */
    @Override
    public boolean holds() {
      return evaluator.holds() && next == size;
    }

    @Override
    public void close() {
      evaluator.close();
      file.close();
    }
  }
}
