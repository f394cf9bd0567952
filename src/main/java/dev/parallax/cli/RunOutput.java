package dev.parallax.cli;

import dev.parallax.engine.Workload;
import dev.parallax.findings.Findings;
import dev.parallax.identity.JobIdentity;
import dev.parallax.identity.JobPaths;
import dev.parallax.identity.RequestedJob;
import dev.parallax.report.Page;
import dev.parallax.report.RunFolder;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Origin;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.text.Numbers;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Job;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A run's output folder, and whether this run may begin or go on there. */
final class RunOutput implements AutoCloseable {
  private static final Set<String> PICTURES = Set.of("pdf", "png", "svg");

  private final Path path;
  private final RunFolder folder;
  private final DiskStore store;

  /**
   * Takes the folder for a run.
   *
   * @param described what is computed
   * @param job what is asked for
   * @param again the command that goes on with the run
   * @throws IllegalArgumentException if the folder cannot be used, or has another run, or one that
   *     the options do not ask to go on with
   */
  RunOutput(Path path, RunOptions options, Job described, RequestedJob job, String again) {
    this.path = path;
    this.folder = RunFolder.open(path);
    try {
      Workload<?> workload = described.workload();
      check(options, described, job, again);
      if (folder.end() > workload.items()) {
        throw refused(
            "has more items done, " + folder.end() + ", than are asked for, " + workload.items());
      }
      Origin origin = Origin.of(job.fingerprint(), workload);
      this.store = folder.begin(job.identity().text(JobPaths.home(path)), Optional.of(origin));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private void check(RunOptions options, Job described, RequestedJob job, String again) {
    RunFolder.State state = folder.state();
    if (state == RunFolder.State.NEW) {
      if (options.retryFailed) {
        throw refused("has no run whose failed items could be tried again");
      }
      return;
    }
    JobIdentity there = JobIdentity.parse(folder.job());
    checkSame(job.differences(there, options.retryFailed), described);
    boolean goesOn = options.resume || options.retryFailed;
    if (goesOn && state == RunFolder.State.CLOSED) {
      throw refused("has a finished run without its journal, to which nothing can be added");
    }
    if (!goesOn && state == RunFolder.State.UNFINISHED) {
      throw refused("has an unfinished run; to go on with it: " + again);
    }
    if (!goesOn) {
      throw refused(
          job.isLongerThan(there)
              ? "has the first part of this run; to compute the rest: " + again
              : "has this run, finished; name a new folder to run it again");
    }
  }

  private void checkSame(List<RequestedJob.Difference> differences, Job described) {
    if (differences.isEmpty()) {
      return;
    }
    boolean onlyFailures =
        differences.size() == 1 && differences.get(0).effect() == Effect.FAILING_ITEMS;
    boolean onlyLength = differences.size() == 1 && differences.get(0).effect() == Effect.LENGTH;
    String fixed = onlyLength && !described.fixed().isEmpty() ? "; " + described.fixed() : "";
    throw refused(
        differences.stream()
                .map(RequestedJob.Difference::text)
                .collect(
                    Collectors.joining("; ", "has another run: ", fixed + "; name a new folder"))
            + (onlyFailures ? ", or give --retry-failed: items that failed get another time" : ""));
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException("output folder '" + path + "' " + reason);
  }

  DiskStore store() {
    return store;
  }

  /** How many items are done. */
  long done() {
    return store.size();
  }

  /** Says what could not be used of an earlier run, and what the folder is not safe from. */
  void report(PrintWriter err) {
    folder.openness().ifPresent(open -> err.println("parallax: " + open));
    for (Path file : store.dropped()) {
      err.println("parallax: " + folder.shown(file) + " is damaged; its items are computed again");
    }
  }

  /** How many of a run's items were done before it began here, in a line; empty for none. */
  String earlier(long items) {
    long done = done();
    return done == 0
        ? ""
        : "  going on: " + done + " of " + Numbers.count(items, "item") + " were done before\n";
  }

  /** Writes the results; why pictures are missing, a line each. */
  List<String> finish(Run run, Findings findings, Runner runner, RunOptions options, Page page) {
    return folder.finish(
        run, findings, runner, options.tableFormat(), options.csvText(), page, store);
  }

  /** The files, those of one picture as one: {@code map.{pdf,png,svg}}. */
  List<String> files() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (String file : folder.files()) {
      int dot = file.lastIndexOf('.');
      boolean picture = dot > 0 && PICTURES.contains(file.substring(dot + 1));
      kinds
          .computeIfAbsent(picture ? file.substring(0, dot + 1) : file, name -> new ArrayList<>())
          .add(picture ? file.substring(dot + 1) : "");
    }
    return kinds.entrySet().stream().map(RunOutput::written).toList();
  }

  private static String written(Map.Entry<String, List<String>> file) {
    List<String> kinds = file.getValue();
    String end = String.join(",", kinds);
    return file.getKey() + (kinds.size() > 1 ? "{" + end + "}" : end);
  }

  @Override
  public void close() {
    folder.close();
  }
}
