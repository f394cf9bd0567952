package dev.parallax.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings;
import dev.parallax.report.ConsoleSummary;
import dev.parallax.report.Page;
import dev.parallax.report.RunFolder;
import dev.parallax.report.SummaryJson;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.chart.FigureFiles;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.TableFormat;
import dev.parallax.text.Choices;
import dev.parallax.text.Spelling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run whose results are there to be asked for.
 *
 * @param run the run
 * @param findings what it says
 * @param title what it was, in a line
 * @param job what is written of the job, made when it is asked for
 * @param page its page
 * @param answers of a function of another language, what it answers: pairs of name and kind
 */
@SuppressWarnings("ByteBufferBackingArray") // each is wrapped around its own
public record KeptRun(
    Run run,
    Findings findings,
    String title,
    Supplier<RunFolder.JobText> job,
    Page page,
    List<List<String>> answers)
    implements AutoCloseable {

  /** A column of the run's table: an input or a response. */
  private record Place(Response response, boolean input, int index) {}

  private List<Place> places() {
    Workload<?> workload = run.workload();
    Stream<Place> inputs = places(workload.inputs(), true);
    return Stream.concat(inputs, places(workload.responses(), false)).toList();
  }

  private static Stream<Place> places(List<Response> columns, boolean input) {
    return IntStream.range(0, columns.size()).mapToObj(i -> new Place(columns.get(i), input, i));
  }

  /** What is said of it when it is done. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("text", ConsoleSummary.lines(run, findings));
    fields.put("summary", SummaryJson.fields(run, findings));
    fields.put("columns", columns());
    if (!answers.isEmpty()) {
      fields.put("answers", answers);
    }
    return fields;
  }

  /** What is said of each column. */
  private List<Map<String, Object>> columns() {
    return places().stream().map(KeptRun::described).toList();
  }

  private static Map<String, Object> described(Place place) {
    Response response = place.response();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", response.name());
    fields.put("type", type(response));
    fields.put("role", place.input() ? "input" : "response");
    fields.put("unit", response.unit());
    fields.put("description", response.description());
    fields.put("vector", response.vector());
    return fields;
  }

  private static String type(Response response) {
    if (response.isText()) {
      return "text";
    }
    return switch (response.type()) {
      case DOUBLE -> "double";
      case LONG -> "long";
      case BOOLEAN -> "boolean";
      case TEXT -> "text";
    };
  }

  /**
   * A column's entries, or those of a vector's columns item by item: little-endian doubles, longs
   * or bytes that are 0 or 1; of texts where each begins and the last ends, as longs, then all in
   * UTF-8. Where an item failed, NaN, 0 or an empty text.
   *
   * @throws IllegalArgumentException if there is no such column, or it has more than 2 GB
   */
  byte[] frame(String name) {
    List<Place> all = places();
    List<Place> wanted = all.stream().filter(p -> p.response().name().equals(name)).toList();
    if (wanted.isEmpty()) {
      wanted = all.stream().filter(p -> p.response().vector().equals(name)).toList();
    }
    if (wanted.isEmpty()) {
      throw Spelling.unknown(
          "column", name, all.stream().map(place -> place.response().name()).distinct().toList());
    }
    return wanted.get(0).response().isText() ? texts(wanted.get(0)) : numbers(wanted);
  }

  private byte[] numbers(List<Place> wanted) {
    ColumnType type = wanted.get(0).response().type();
    long width = (type == ColumnType.BOOLEAN ? 1L : Double.BYTES) * wanted.size();
    ByteBuffer frame = buffer(width * run.workload().items());
    for (Outcome outcome : run.store()) {
      List<Column> columns = wanted.stream().map(place -> column(place, outcome)).toList();
      Block block = outcome.block();
      for (int i = 0; i < block.size(); i++) {
        frame.position(Math.toIntExact(width * block.item(i)));
        for (Column column : columns) {
          put(frame, type, column, i);
        }
      }
    }
    if (type == ColumnType.DOUBLE) {
      failures().forEach(f -> fill(frame, Math.toIntExact(width * f.item()), wanted));
    }
    return frame.array();
  }

  private static void fill(ByteBuffer frame, int from, List<Place> wanted) {
    for (int c = 0; c < wanted.size(); c++) {
      if (!wanted.get(c).input()) {
        frame.putDouble(from + c * Double.BYTES, Double.NaN);
      }
    }
  }

  private static void put(ByteBuffer frame, ColumnType type, Column column, int entry) {
    switch (type) {
      case DOUBLE -> frame.putDouble(column.number(entry));
      case LONG -> frame.putLong(column.bits(entry));
      case BOOLEAN -> frame.put((byte) column.bits(entry));
      case TEXT -> throw new IllegalStateException("a text");
    }
  }

  private Column column(Place place, Outcome outcome) {
    return place.input()
        ? run.workload().inputs(outcome.block()).get(place.index())
        : outcome.result().columns().get(place.index());
  }

  private byte[] texts(Place place) {
    String[] texts = new String[Math.toIntExact(run.workload().items())];
    for (Outcome outcome : run.store()) {
      Column column = column(place, outcome);
      Block block = outcome.block();
      for (int i = 0; i < block.size(); i++) {
        texts[(int) block.item(i)] = place.response().text(column, i);
      }
    }
    if (!place.input()) {
      failures().forEach(failure -> texts[(int) failure.item()] = "");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer starts = buffer((long) Long.BYTES * (texts.length + 1));
    for (String text : texts) {
      starts.putLong(bytes.size());
      bytes.writeBytes(text.getBytes(UTF_8));
    }
    starts.putLong(bytes.size());
    ByteBuffer frame = buffer((long) starts.capacity() + bytes.size());
    return frame.put(starts.array()).put(bytes.toByteArray()).array();
  }

  /** How each item went: 0 well, 1 with a response that is not a number, 2 it failed. */
  byte[] statuses() {
    ByteBuffer frame = buffer(run.workload().items());
    for (Outcome outcome : run.store()) {
      ItemStatus[] statuses = outcome.result().statuses(outcome.block());
      for (int i = 0; i < statuses.length; i++) {
        frame.put((int) outcome.block().item(i), code(statuses[i]));
      }
    }
    return frame.array();
  }

  private static byte code(ItemStatus status) {
    return switch (status) {
      case OK -> 0;
      case NAN -> 1;
      case FAILED -> 2;
    };
  }

  /** The items that failed. */
  private List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    for (Outcome outcome : run.store()) {
      BlockResult result = outcome.result();
      failures.addAll(result.failures());
    }
    return failures;
  }

  /** Some failures, with their traces. */
  List<Map<String, Object>> failures(long most) {
    return failures().stream()
        .limit(most)
        .map(
            failure ->
                Map.<String, Object>of(
                    "item", failure.item(),
                    "message", failure.text(),
                    "detail", failure.trace()))
        .toList();
  }

  private static ByteBuffer buffer(long size) {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a column of " + size + " bytes is too large for one frame; save the run and read files");
    }
    return ByteBuffer.wrap(new byte[(int) size]).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The names of its pictures.
   *
   * @param runner computes what pictures need
   */
  List<String> figures(Runner runner) {
    return findings.figures().apply(runner).stream().map(Figure::name).toList();
  }

  /**
   * A picture as the bytes of a file.
   *
   * @param name one of {@link #figures}
   * @param format {@code svg}, {@code png} or {@code pdf}
   * @param dark whether it is for a dark page, which a PNG alone can be
   * @throws IllegalArgumentException if there is none of the name, or no such format
   */
  byte[] figure(String name, String format, boolean dark, Runner runner) throws IOException {
    List<Figure> figures = findings.figures().apply(runner);
    List<String> names = figures.stream().map(Figure::name).toList();
    if (!names.contains(name)) {
      throw Spelling.unknown("picture", name, names);
    }
    Figure figure = figures.get(names.indexOf(name));
    FigureFiles.Form form = Choices.find("format", FigureFiles.Form.class, format);
    return dark && form == FigureFiles.Form.PNG
        ? FigureFiles.dark(figure)
        : FigureFiles.bytes(figure, form);
  }

  /**
   * Writes the folder that a command line with {@code -o} writes.
   *
   * @param folder a new folder, or an empty one
   * @return what is missing there, a line each
   * @throws IllegalArgumentException if it is neither, or cannot be written
   */
  List<String> save(Path folder, TableFormat format, Runner runner) {
    try (RunFolder files = RunFolder.open(folder)) {
      return files.save(run, findings, runner, format, page, job.get());
    }
  }

  @Override
  public void close() {
    run.close();
  }
}
