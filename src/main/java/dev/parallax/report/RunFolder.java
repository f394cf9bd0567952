package dev.parallax.report;

import dev.parallax.engine.block.Outcome;
import dev.parallax.findings.Findings;
import dev.parallax.findings.RunRows;
import dev.parallax.findings.VectorRows;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Origin;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.storage.WholeFile;
import dev.parallax.storage.WorkFolder;
import dev.parallax.table.TableFormat;
import dev.parallax.table.TableWriter;
import dev.parallax.table.column.RowSource;
import dev.parallax.table.text.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run, kept for one process at a time: the job in {@code run.job}, finished blocks
 * in {@code blocks/} until all are there, then the results, and the blocks in {@code journal/},
 * from where a longer run or another try of failed items goes on.
 *
 * <p>Each file appears whole or not at all. The renaming of the blocks' folder is what finishes a
 * run, or begins it again; killed at any moment, it can go on.
 */
public final class RunFolder implements AutoCloseable {
  private static final String JOB = "run.job";
  private static final String BLOCKS = "blocks";
  private static final String JOURNAL = "journal";
  private static final String LOCK = ".lock";
  private static final String NEW_FOLDER = "; name a new folder";

  /** Far more than a command line can be. */
  private static final int LARGEST_JOB = 1 << 20;

  private final Path place; // as the user knows it
  private final WorkFolder work;
  private final Path folder; // on this machine's disk

  private RunFolder(Path place, WorkFolder work) {
    this.place = place;
    this.work = work;
    this.folder = work.disk();
  }

  /**
   * What a folder has of its job.
   *
   * @param text the job file
   * @param origin what blocks are results of; none if no command line goes on with them
   */
  public record JobText(String text, Optional<Origin> origin) {}

  /** How far the run in a folder is. */
  public enum State {
    /** Nothing was begun. */
    NEW,
    /** A run was begun. */
    UNFINISHED,
    /** A run was finished, and its journal is there. */
    FINISHED,
    /** A run was finished, and its journal was deleted. */
    CLOSED
  }

  /**
   * Makes the folder, or takes one in which a run was begun or finished.
   *
   * @throws IllegalArgumentException if the folder cannot be made or written, has other files, or
   *     another process runs in it
   */
  public static RunFolder open(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("output '" + folder + "' is a file, not a folder");
    }
    try {
      Files.createDirectories(folder);
      checkOwn(folder);
      if (!Files.exists(folder.resolve(JOB)) && !isEmpty(folder)) {
        throw new IllegalArgumentException(
            "output folder '" + folder + "' has other files; name a new folder");
      }
      WorkFolder work =
          WorkFolder.take(folder, LOCK)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "another run is at work in output folder '" + folder + "'"));
      return new RunFolder(folder, work);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot write to output folder '" + folder + "': " + reason(e), e);
    }
  }

  /** What is read, deleted or locked there lies there: a link could lead anywhere. */
  private static void checkOwn(Path folder) {
    for (String name : List.of(JOB, LOCK, BLOCKS, JOURNAL)) {
      Path path = folder.resolve(name);
      boolean file = name.equals(JOB) || name.equals(LOCK);
      boolean plain =
          file ? WholeFile.isPlain(path) : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      if (!plain && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        String what = Files.isSymbolicLink(path) ? "a link" : "of another kind";
        throw new IllegalArgumentException(
            "output folder '" + folder + "': '" + name + "' in it is " + what + NEW_FOLDER);
      }
    }
  }

  private static String reason(IOException e) {
    return WholeFile.reason(e, "no folder can be made there");
  }

  /** Apart from what a run leaves that is killed before it begins. */
  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .allMatch(name -> name.equals(LOCK) || name.equals(JOB + WholeFile.PART));
    }
  }

  /** That nothing keeps other runs out of it, and why; none if something does. */
  public Optional<String> openness() {
    return work.flaw()
        .map(
            why ->
                "output folder '"
                    + place
                    + "' cannot be locked ("
                    + why
                    + "): see to it that no second run writes to it");
  }

  /** How far the run in it is. */
  public State state() {
    if (!Files.exists(folder.resolve(JOB))) {
      return State.NEW;
    }
    if (Files.exists(folder.resolve(BLOCKS))) {
      return State.UNFINISHED;
    }
    if (Files.exists(folder.resolve(JOURNAL))) {
      return State.FINISHED;
    }
    boolean done = Files.exists(folder.resolve("summary.json"));
    return done ? State.CLOSED : State.UNFINISHED;
  }

  /** The index after that of the last item that is done, as far as the files' names tell. */
  public long end() {
    Path kept = folder.resolve(state() == State.FINISHED ? JOURNAL : BLOCKS);
    try {
      return Files.exists(kept) ? DiskStore.end(kept) : 0;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read '" + shown(kept) + "': " + reason(e), e);
    }
  }

  /** The text of the job file in it. */
  public String job() {
    try {
      return WholeFile.text(folder.resolve(JOB), LARGEST_JOB);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read '" + place.resolve(JOB) + "': " + reason(e), e);
    }
  }

  /**
   * Begins a run, or goes on with it.
   *
   * @param job the text of its job file
   * @param origin what its blocks are results of; without it, any blocks are taken
   * @return where its blocks are kept, with those that are done
   * @throws IllegalArgumentException if it cannot be written to, or has another job's blocks, which
   *     are left as they are
   */
  public DiskStore begin(String job, Optional<Origin> origin) {
    try {
      Path blocks = folder.resolve(BLOCKS);
      boolean finished = state() == State.FINISHED;
      Path kept = finished ? folder.resolve(JOURNAL) : blocks;
      checkOrigin(kept, origin);
      if (finished) {
        work.rename(JOURNAL, BLOCKS);
      }
      write(JOB, job);
      work.publish();
      return new DiskStore(blocks, origin, work::written);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot write to output folder '" + place + "': " + reason(e), e);
    }
  }

  /** Refuses blocks that are results of another job. */
  private void checkOrigin(Path kept, Optional<Origin> origin) throws IOException {
    Optional<Path> foreign =
        Files.exists(kept) && origin.isPresent()
            ? DiskStore.foreign(kept, origin.get())
            : Optional.empty();
    if (foreign.isPresent()) {
      throw new IllegalArgumentException(
          "output folder '"
              + place
              + "' has results of another job, such as '"
              + folder.relativize(foreign.get())
              + "'; take them away, or name a new folder");
    }
  }

  /**
   * Writes a run that was computed without a folder into this one, which must be new.
   *
   * @param runner computes what pictures need
   * @param job what is written of the job
   * @return what is missing, a line each
   * @throws IllegalArgumentException if it is not new, or cannot be written
   */
  public List<String> save(
      Run run, Findings findings, Runner runner, TableFormat format, Page page, JobText job) {
    if (state() != State.NEW) {
      throw new IllegalArgumentException("output folder '" + place + "' has a run" + NEW_FOLDER);
    }
    DiskStore blocks = begin(job.text(), job.origin());
    for (Outcome outcome : run.store()) {
      blocks.add(outcome);
    }
    List<String> missing = finish(run, findings, runner, format, new CsvText(false), page, blocks);
    return Stream.concat(openness().stream(), missing.stream()).toList();
  }

  /**
   * Writes the results, and puts the blocks by.
   *
   * @param runner computes what pictures need
   * @return why pictures are missing, a line each; all else is written all the same
   */
  public List<String> finish(
      Run run,
      Findings findings,
      Runner runner,
      TableFormat format,
      CsvText csv,
      Page page,
      DiskStore blocks) {
    try {
      tables(run, findings, format, csv);
      Drawn drawn = Drawn.in(folder, run, findings, runner);
      Findings all = findings.withComplaints(drawn.complaints());
      write("summary.json", SummaryJson.pretty(run, all));
      write(page.text(folder, run, all, drawn.figures()));
      blocks.forgetStages();
      blocks.compact();
      work.publish();
      work.rename(BLOCKS, JOURNAL);
      return drawn.complaints();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + place + ": " + reason(e), e);
    }
  }

  private void tables(Run run, Findings findings, TableFormat format, CsvText csv)
      throws IOException {
    RunRows rows = new RunRows(run);
    table("table", format == TableFormat.CSV ? rows : new VectorRows(rows), format, csv);
    for (RowSource more : findings.tables()) {
      table(more.name(), more, format, csv);
    }
    FailureTable.write(run, folder.resolve("failures.csv"), csv);
  }

  private void table(String name, RowSource rows, TableFormat format, CsvText csv)
      throws IOException {
    TableWriter.write(folder.resolve(name + "." + format.extension()), format, csv, rows);
    for (TableFormat other : TableFormat.values()) { // of the run before it was made longer
      if (other != format) {
        Files.deleteIfExists(folder.resolve(name + "." + other.extension()));
      }
    }
  }

  /** A page of the run before it was made longer would say what is no longer so. */
  private void write(Optional<String> page) throws IOException {
    if (page.isPresent()) {
      write(Page.FILE, page.get());
    } else {
      Files.deleteIfExists(folder.resolve(Page.FILE));
    }
  }

  private void write(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text);
  }

  /** The files of a finished run, for the summary. */
  public List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(LOCK))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + place, e);
    }
  }

  /** A path in the folder as the user knows it. */
  public Path shown(Path path) {
    return place.resolve(folder.relativize(path));
  }

  /** Leaves the folder to other processes. */
  @Override
  public void close() {
    work.close();
  }
}
