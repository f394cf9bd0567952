package dev.parallax.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes tables. The same rows give the same bytes on every run, machine and JDK; every number
 * reads back as the same bits; a missing cell is blank in text and null in VOTable and FITS (in
 * FITS, a missing double is NaN).
 */
public final class TableWriter {
  private TableWriter() {}

  /**
   * Writes a table to a file, replacing what is there. The rows go to a file beside it, named with
   * {@code .part} behind, which takes its place when complete: a crash never leaves half a table
   * under the file's own name.
   *
   * @throws IllegalArgumentException if two columns have one name
   * @throws UncheckedIOException if it cannot be written: one line, where and why
   */
  public static void write(Path file, TableFormat format, RowSource source) {
    checkNames(source);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        switch (format) {
          case CSV -> TextTableWriter.csv(out, source);
          case ECSV -> TextTableWriter.ecsv(out, source);
          case VOTABLE -> StilWriter.voTable(out, source);
          case FITS -> StilWriter.fits(out, source);
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(part);
      String message = "cannot write " + file + ": " + reason(e);
      throw new UncheckedIOException(message, e);
    } catch (RuntimeException e) {
      discard(part);
      throw e;
    }
  }

  private static void checkNames(RowSource source) {
    Set<String> seen = new HashSet<>();
    for (ColumnHeader column : source.columns()) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException("two columns are named '" + column.name() + "'");
      }
    }
    if (seen.isEmpty()) {
      throw new IllegalArgumentException("a table needs a column");
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What went wrong before is what the user needs to know.
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
