package dev.parallax.model.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parallax.model.NumberText;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.Resample;
import dev.parallax.model.Resamples;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Writes for a program where its table is, and then a line for each resample. */
final class ResampleLines implements PointLines {
  /** The point of no item. */
  static final Point NO_VALUES = new Place(Resamples.of(Resample.everyRow(0)));

  private final String first;
  private final Line line;

  private ResampleLines(String first, Line line) {
    this.first = first;
    this.line = line;
  }

  /** Writes a resample of an item, without its line feed. */
  @FunctionalInterface
  private interface Line {
    void add(Resample resample, long item, StringBuilder lines);
  }

  /** Lines of the numbers of the rows drawn. */
  static ResampleLines rows(TableFile table) {
    return new ResampleLines(
        table.path().toString(), (resample, item, lines) -> add(resample.rows(), ' ', lines));
  }

  /** Lines that say of each row how often it was drawn. */
  static ResampleLines counts(TableFile table) {
    return new ResampleLines(
        table.path().toString(), (resample, item, lines) -> add(resample.counts(), ' ', lines));
  }

  /**
   * Lines of JSON objects.
   *
   * @param seed the job's seed
   */
  static ResampleLines json(TableFile table, long seed) {
    ItemSeeds seeds = new ItemSeeds(seed);
    return new ResampleLines(
        table.json(),
        (resample, item, lines) -> {
          add(resample.rows(), ',', lines.append("{\"rows\":["));
          lines.append("],\"").append(BESIDES).append("\":{\"item\":").append(item);
          lines.append(",\"seed\":").append(seeds.of(item)).append("}}");
        });
  }

  private static void add(int[] numbers, char separator, StringBuilder lines) {
    for (int k = 0; k < numbers.length; k++) {
      if (k > 0) {
        lines.append(separator);
      }
      lines.append(numbers[k]);
    }
  }

  @Override
  public void begin(StringBuilder lines) {
    lines.append(first).append('\n');
  }

  @Override
  public void add(Point point, StringBuilder lines) {
    line.add(((Place) point).resample(), point.item(), lines);
    lines.append('\n');
  }

  /** The resamples as the points of a slice, which have no values. */
  static Opening opening(Resamples resamples) {
    return new Opening(
        List.of(),
        resamples.seed(),
        resamples.slice(),
        () -> new Place(resamples)::at,
        resamples.size(),
        resamples.again());
  }

  /** One pass over resamples, each of which is drawn when it is to be written. */
  private static final class Place implements Point {
    private final Resamples resamples;
    private final IntFunction<Resample> pass;
    private int place;

    Place(Resamples resamples) {
      this.resamples = resamples;
      this.pass = resamples.sequence().pass();
    }

    Place at(int other) {
      place = other;
      return this;
    }

    Resample resample() {
      return pass.apply(place);
    }

    @Override
    public long item() {
      return resamples.items().applyAsLong(place);
    }

    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public boolean isText(int which) {
      throw new IndexOutOfBoundsException(which);
    }

    @Override
    public double number(int which) {
      throw new IndexOutOfBoundsException(which);
    }

    @Override
    public String text(int which) {
      throw new IndexOutOfBoundsException(which);
    }
  }

  /** The file that has the table, made when the first process is to read it. */
  static final class TableFile implements AutoCloseable {
    private static final String NAME = "table.csv";

    private final List<String> names;
    private final double[][] columns;
    private Optional<Scratch> scratch = Optional.empty();

    /**
     * Of these columns.
     *
     * @param names the columns' names
     */
    TableFile(List<String> names, double[][] columns) {
      this.names = names;
      this.columns = columns;
    }

    /**
     * Where it is.
     *
     * @throws ScriptException if it cannot be written
     */
    Path path() {
      if (scratch.isEmpty()) {
        scratch = Optional.of(Scratch.filled(folder -> write(folder.resolve(NAME))));
      }
      return scratch.get().folder().resolve(NAME);
    }

    /** Where it is, and what its columns are called, as an object. */
    String json() {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField("table", path().toString());
        json.writeFieldName("columns");
        json.writeArray(names.toArray(String[]::new), 0, names.size());
        json.writeNumberField("rows", columns[0].length);
        json.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }

    private void write(Path path) throws IOException {
      try (BufferedWriter file = Files.newBufferedWriter(path)) {
        for (int c = 0; c < names.size(); c++) {
          file.append(c == 0 ? "" : ",").append(quoted(names.get(c)));
        }
        file.append('\n');
        for (int row = 0; row < columns[0].length; row++) {
          for (int c = 0; c < columns.length; c++) {
            file.append(c == 0 ? "" : ",").append(NumberText.of(columns[c][row]));
          }
          file.append('\n');
        }
      }
    }

    /** A name as CSV has it: in quotes where it has a comma, a quote, or a blank at an end. */
    private static String quoted(String name) {
      boolean plain = name.indexOf(',') < 0 && name.indexOf('"') < 0 && name.equals(name.strip());
      return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
      scratch.ifPresent(Scratch::close);
    }
  }
}
