package dev.parallax.table;

import dev.parallax.storage.WholeFile;
import dev.parallax.table.binary.StilWriter;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowSource;
import dev.parallax.table.text.CsvText;
import dev.parallax.table.text.TextTableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    write(file, format, new CsvText(false), source);
  }

  /**
   * The same, with a choice of how CSV has texts.
   *
   * @throws IllegalArgumentException if two columns have one name
   * @throws UncheckedIOException if it cannot be written: one line, where and why
   */
  public static void write(Path file, TableFormat format, CsvText texts, RowSource source) {
    checkNames(source);
    try {
      WholeFile.write(file, out -> write(out, format, texts, source));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file + ": " + WholeFile.reason(e, "no such folder"), e);
    }
  }

  private static void write(OutputStream out, TableFormat format, CsvText texts, RowSource source)
      throws IOException {
    switch (format) {
      case CSV -> TextTableWriter.csv(out, source, texts);
      case ECSV -> TextTableWriter.ecsv(out, source);
      case VOTABLE -> StilWriter.voTable(out, source);
      case FITS -> StilWriter.fits(out, source);
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
}
