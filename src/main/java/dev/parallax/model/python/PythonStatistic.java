package dev.parallax.model.python;

import dev.parallax.model.Resample;
import dev.parallax.model.Resamples;
import dev.parallax.model.Statistic;
import dev.parallax.model.command.ScriptException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/**
 * A function of Python's as a statistic: it is given the rows of a resample, as a NumPy array with
 * a field for each column, and gives a number, or several with a name each.
 */
@SuppressWarnings("ByteBufferBackingArray") // each has an array of its own
public final class PythonStatistic implements Statistic {
  private static final long serialVersionUID = 1L;

  private final PythonCode code;

  /** Whether each answer is to be sent at once, as the time of each item counts. */
  private final boolean prompt;

  private PythonStatistic(PythonCode code, boolean prompt) {
    this.code = code;
    this.prompt = prompt;
  }

  /**
   * The function in a file of the Python package.
   *
   * @param onCluster whether workers do not see this machine's files
   * @throws IllegalArgumentException in one line, if the file is no such function of rows
   */
  public static PythonStatistic of(Path file, boolean onCluster) {
    PythonCode code = PythonCode.read(file, onCluster);
    if (code.columns().isEmpty() || code.answers().isEmpty()) {
      throw new IllegalArgumentException(file + ": is a function of points, not one of rows");
    }
    for (PythonAnswer answer : code.answers()) {
      if (!answer.isNumber()) {
        throw new IllegalArgumentException(
            "a statistic gives single numbers, and '"
                + answer.name()
                + "' of "
                + code.name()
                + " is "
                + answer.kind());
      }
    }
    return new PythonStatistic(code, false);
  }

  /** This statistic where an item has a time limit. */
  public PythonStatistic withLimit(Duration limit) {
    return new PythonStatistic(code, !limit.isZero());
  }

  /** What the function is called. */
  public String title() {
    return code.name();
  }

  /** The names of the columns that it is given. */
  public List<String> names() {
    return code.columns();
  }

  @Override
  public int columns() {
    return code.columns().size();
  }

  @Override
  public List<String> responses() {
    List<String> names = code.answers().stream().map(PythonAnswer::name).toList();
    return names.equals(List.of("value")) ? List.of("replicate") : names;
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
   * Checks that it gives values for the rows as they are.
   *
   * @throws IllegalArgumentException if not: in one line, with what Python says of it
   */
  public void check(double[][] table) {
    try (Rows rows = new Rows(table, Resamples.of(Resample.everyRow(table[0].length)))) {
      rows.evaluate(0, new double[code.answers().size()]);
    } catch (ScriptException e) {
      String why = e.getMessage().lines().findFirst().orElse("");
      throw new IllegalArgumentException("the function fails on the rows as they are: " + why, e);
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
      return new Rows(table, resamples);
    }

    @Override
    public Evaluator evaluator() {
      return Ahead.oneByOne(this, code.answers().size());
    }
  }

  /** The resamples of a block. */
  private final class Rows implements Resamples.Series {
    private final Resamples resamples;
    private final Asking asking;
    private final String[] none = new String[code.answers().size()];
    private IntFunction<Resample> drawn;
    private int last = -1;

    Rows(double[][] table, Resamples resamples) {
      this.resamples = resamples;
      this.drawn = resamples.sequence().pass();
      Map<String, Object> job = code.job(code.answers(), List.of(), resamples.seed(), prompt);
      this.asking =
          new Asking(code, 'R', resamples.size(), job, this::written, worker -> tell(worker, table))
              .prepare();
    }

    private void tell(PythonWorker worker, double[][] table) {
      worker.tell(code.here(), table, () -> bytes(table));
    }

    private byte[] bytes(double[][] table) {
      int size = table[0].length;
      long all = Long.BYTES + (long) Double.BYTES * size * table.length;
      if (all > Integer.MAX_VALUE - 8) {
        throw new ScriptException("a table of " + all + " bytes is too large for a function");
      }
      ByteBuffer out = Asking.buffer((int) all).putLong(size);
      for (double[] column : table) {
        for (double value : column) {
          out.putDouble(value);
        }
      }
      return out.array();
    }

    private Optional<byte[]> written(int place) {
      if (place <= last) { // asked once more
        drawn = resamples.sequence().pass();
      }
      last = place;
      int[] rows = drawn.apply(place).rows();
      ByteBuffer out = Asking.buffer(Integer.BYTES * (1 + rows.length)).putInt(rows.length);
      for (int row : rows) {
        out.putInt(row);
      }
      return Optional.of(out.array());
    }

    @Override
    public void evaluate(int place, double[] values) {
      try {
        ByteBuffer answer = asking.values(place);
        int column = 0;
        for (PythonAnswer each : code.answers()) {
          column = each.read(answer, column, values, none);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }

    @Override
    public void close() {
      asking.close();
    }
  }
}
