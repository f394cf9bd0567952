package dev.parallax;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings;
import dev.parallax.report.ConsoleSummary;
import dev.parallax.report.Page;
import dev.parallax.report.RunFolder;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.TableFormat;
import dev.parallax.text.Numbers;
import dev.parallax.text.Spelling;
import dev.parallax.text.Visible;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a job gave: columns of results, a summary, and a folder of files if wanted. */
public final class Results implements AutoCloseable {
  private final Run run;
  private final Findings findings;

  Results(Run run, Findings findings) {
    this.run = run;
    this.findings = findings;
  }

  /**
   * A response of all items, in item order: 1 for true, 0 for false, NaN where an item failed.
   *
   * @throws IllegalArgumentException if there is no such response
   */
  public double[] doubles(String response) {
    return run.doubles(response);
  }

  /**
   * A response of integers, in item order.
   *
   * @throws IllegalArgumentException if there is no such response, or it is of another type
   * @throws IllegalStateException if an item failed: no integer stands for that
   */
  public long[] longs(String response) {
    return run.longs(response);
  }

  /**
   * A response that is true or false, in item order.
   *
   * @throws IllegalArgumentException if there is no such response, or it is of another type
   * @throws IllegalStateException if an item failed: neither stands for that
   */
  public boolean[] booleans(String response) {
    return run.booleans(response);
  }

  /**
   * A response of texts, in item order; empty where an item failed.
   *
   * @throws IllegalArgumentException if there is no such response, or it is of another type
   */
  public List<String> texts(String response) {
    return run.texts(response);
  }

  /**
   * A response that is a vector: for each item, in their order, its numbers; NaN where an item
   * failed.
   *
   * @throws IllegalArgumentException if there is no such response, or it is no vector
   */
  public double[][] vectors(String response) {
    return run.vectors(response);
  }

  /**
   * A parameter of a sweep, or the {@code element} of a map, of all items; for a parameter of texts
   * their places in the order in which they were given.
   *
   * @throws IllegalArgumentException if there is no such parameter
   */
  public double[] inputs(String parameter) {
    Workload<?> workload = run.workload();
    List<String> names = workload.inputs().stream().map(Response::name).toList();
    if (!names.contains(parameter)) {
      throw Spelling.unknown("parameter", parameter, names);
    }
    Block all = new Block(0, 0, Math.toIntExact(workload.items()));
    Column column = workload.inputs(all).get(names.indexOf(parameter));
    return IntStream.range(0, column.size()).mapToDouble(column::number).toArray();
  }

  /** How many items failed. */
  public long failed() {
    return run.failed();
  }

  /** SHA-256 over the responses' bits: two runs agree exactly when their digests do. */
  public String digest() {
    return run.digest();
  }

  /** The page that the command line prints, its lines separated by line feeds. */
  public String summary() {
    return title() + "\n\n" + String.join("\n", ConsoleSummary.lines(run, findings));
  }

  /**
   * Writes the folder that the command line writes: {@code table.ecsv}, {@code failures.csv},
   * {@code summary.json}, and pictures where the job has some.
   *
   * @param folder a new folder, or an empty one
   * @return what went wrong beside the numbers, a line each, such as why a picture is missing; the
   *     latter is in {@code summary.json} too, as {@code complaints}
   * @throws IllegalArgumentException if it is neither, or cannot be written
   */
  public List<String> save(Path folder) {
    try (RunFolder files = RunFolder.open(folder)) {
      Runner serial = Runner.on(new SequentialEngine());
      RunFolder.JobText job = new RunFolder.JobText(jobFile(), Optional.empty());
      return files.save(run, findings, serial, TableFormat.ECSV, Page.NONE, job);
    }
  }

  /** What stands for a job file in the folder of a run that no command line began. */
  private String jobFile() {
    return "# parallax "
        + Parallax.VERSION
        + "; a job of the library, which no command line runs again: "
        + Visible.line(title())
        + "\n";
  }

  private String title() {
    Workload<?> workload = run.workload();
    return workload.name()
        + " of "
        + Numbers.count(workload.items(), "item")
        + ", seed "
        + workload.seed();
  }

  /** All of it. */
  public Run run() {
    return run;
  }

  /** The summary. */
  @Override
  public String toString() {
    return summary();
  }

  /** Frees what the results hold: memory, or a temporary folder when they are many. */
  @Override
  public void close() {
    run.close();
  }
}
