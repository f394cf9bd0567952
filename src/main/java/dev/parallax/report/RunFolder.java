package dev.parallax.report;

import dev.parallax.engine.Failure;
import dev.parallax.engine.Outcome;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.FigureFiles;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Run;
import dev.parallax.table.TableFormat;
import dev.parallax.table.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run: the job in {@code run.job}, finished blocks in {@code blocks/} until all are
 * there, then the results.
 */
public final class RunFolder {
  private static final String JOB = "run.job";
  private static final String BLOCKS = "blocks";

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder, or takes one in which the same job was run or begun.
   *
   * @param job the text of the run's job file
   * @throws IllegalArgumentException if the folder cannot be made or written, or has other files
   */
  public static RunFolder open(Path folder, String job) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("output '" + folder + "' is a file, not a folder");
    }
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(JOB);
      boolean begun = Files.exists(file);
      if (begun ? !Files.readString(file).equals(job) : !isEmpty(folder)) {
        String other = begun ? "another run: its run.job differs" : "other files";
        throw new IllegalArgumentException(
            "output folder '" + folder + "' has " + other + "; name a new folder");
      }
      if (!Files.exists(file)) {
        Files.writeString(file, job);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot write to output folder '" + folder + "': " + reason(e), e);
    }
    return new RunFolder(folder);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no folder can be made there";
    }
    boolean said = e instanceof FileSystemException file && file.getReason() != null;
    return said ? ((FileSystemException) e).getReason() : e.getClass().getSimpleName();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Where the blocks are kept, with those that an interrupted run left. */
  public DiskStore store() {
    return new DiskStore(folder.resolve(BLOCKS));
  }

  /**
   * Writes the results, then deletes the blocks.
   *
   * @return why there are no pictures, if there should be some; all else is written all the same
   */
  public Optional<String> finish(Run run, Findings findings, TableFormat format) {
    TableWriter.write(folder.resolve("table." + format.extension()), format, new RunRows(run));
    try {
      Files.writeString(folder.resolve("summary.json"), SummaryJson.pretty(run, findings));
      writeFailures(run);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
    Optional<String> complaint = draw(findings);
    run.close();
    return complaint;
  }

  private Optional<String> draw(Findings findings) {
    try {
      for (Figure figure : findings.figures().get()) {
        FigureFiles.write(folder, figure);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("no pictures: " + e.getMessage());
    }
  }

  private void writeFailures(Run run) throws IOException {
    Path file = folder.resolve("failures.csv");
    if (run.failed() == 0) {
      Files.deleteIfExists(file);
      return;
    }
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("item,message\n");
      for (Outcome outcome : run.store()) {
        for (Failure failure : outcome.result().failures()) {
          writer.write(failure.item() + "," + quoted(failure.message()) + "\n");
        }
      }
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The files of a finished run, for the summary. */
  public List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }
}
