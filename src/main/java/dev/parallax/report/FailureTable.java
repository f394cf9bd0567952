package dev.parallax.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.Run;
import dev.parallax.storage.WholeFile;
import dev.parallax.table.text.CsvText;
import dev.parallax.text.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items of a run that failed, as CSV: index, inputs, exception, message. */
final class FailureTable {
  private FailureTable() {}

  /** Writes the file; where no item failed, there is none. */
  static void write(Run run, Path file, CsvText texts) throws IOException {
    if (run.failed() == 0) {
      Files.deleteIfExists(file);
      return;
    }
    WholeFile.write(
        file, out -> write(run, texts, new BufferedWriter(new OutputStreamWriter(out, UTF_8))));
  }

  private static void write(Run run, CsvText texts, Writer writer) throws IOException {
    Workload<?> workload = run.workload();
    Stream<String> inputs = workload.inputs().stream().map(Response::name);
    Stream<String> names = Stream.concat(Stream.of("item"), inputs);
    writer.write(line(Stream.concat(names, Stream.of("exception", "message")), texts));
    for (Outcome outcome : run.store()) {
      for (Failure failure : outcome.result().failures()) {
        writer.write(line(cells(workload, failure), texts));
      }
    }
    writer.flush();
  }

  private static Stream<String> cells(Workload<?> workload, Failure failure) {
    Stream<String> inputs = ItemValues.texts(workload, failure.item()).stream();
    Stream<String> item = Stream.concat(Stream.of(Long.toString(failure.item())), inputs);
    return Stream.concat(item, Stream.of(failure.exception(), failure.line()));
  }

  private static String line(Stream<String> cells, CsvText texts) {
    return cells
        .map(cell -> texts.of(Visible.line(cell)))
        .collect(Collectors.joining(",", "", "\n"));
  }
}
