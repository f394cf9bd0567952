package dev.parallax.table;

import dev.parallax.storage.PathText;
import dev.parallax.table.binary.FitsReader;
import dev.parallax.table.binary.NumpyReader;
import dev.parallax.table.binary.VoTableReader;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.fixed.ByteLayout;
import dev.parallax.table.fixed.CdsReadMe;
import dev.parallax.table.fixed.MrtReader;
import dev.parallax.table.marked.MarkedForm;
import dev.parallax.table.text.Dialect;
import dev.parallax.table.text.EcsvReader;
import dev.parallax.table.text.TextTableReader;
import dev.parallax.text.Visible;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.ac.starlink.util.DataSource;

/**
 * Reads a table from a file of whatever format: ECSV, FITS, VOTable, an array of NumPy, IPAC, a
 * machine-readable table of the AAS journals, TST, WDC, Markdown, reStructuredText, LaTeX or
 * DAOPHOT by how it begins, else CSV or whitespace ASCII; compressed by gzip, bzip2 or xz, or not.
 * Of a file with several tables it reads the first. The path {@code -} is standard input.
 */
public final class TableFile {
  private static final int INTRO = 4096;
  private static final long MOST_BEHIND = 1L << 30;
  private static final int LONGEST = 320;

  private TableFile() {}

  /**
   * Reads a table; {@link Table#toString} says what the file was taken for.
   *
   * @throws IllegalArgumentException if there is no such file, or it is no table, broken or has no
   *     rows: one line that begins with the file's name
   */
  public static Table read(Path file) {
    return read(file, Wanted.everything());
  }

  /**
   * Reads some columns of a table; {@link Table#notes} says what was guessed and skipped. The
   * others have names and no cells.
   *
   * @throws IllegalArgumentException as {@link #read(Path)} does, or if a wanted column is not
   *     there
   */
  public static Table read(Path file, Wanted wanted) {
    return read(file, wanted, Dialect.GUESSED);
  }

  /**
   * Reads some columns of a table, and of CSV and ASCII guesses no more than it has to.
   *
   * @throws IllegalArgumentException as {@link #read(Path, Wanted)} does, or if the file is of
   *     another form, which leaves nothing to be guessed
   */
  public static Table read(Path file, Wanted wanted, Dialect dialect) {
    InputFile.check(file);
    try {
      InputSource source = new InputSource(file, INTRO);
      String intro = new String(source.getIntro(), StandardCharsets.ISO_8859_1);
      try {
        Contents contents = read(source, file.toString(), intro, wanted, dialect);
        return new Table(checked(contents, dialect));
      } finally {
        source.close();
      }
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException(file + ": is nested too deeply to be read", e);
    } catch (IOException | RuntimeException e) {
      String reason = reason(e);
      boolean whole = reason.startsWith(file + ": ");
      throw new IllegalArgumentException(whole ? reason : file + ": " + reason, e);
    }
  }

  private static Contents read(
      InputSource source, String name, String intro, Wanted wanted, Dialect dialect)
      throws IOException {
    try (InputStream in = source.getInputStream()) {
      Contents table = read(in, source, name, intro, wanted, dialect);
      if (source.isPacked()) {
        toEnd(in);
      }
      return table;
    }
  }

  /** Reads what is behind the table, for a checksum stands at the end of a compressed file. */
  private static void toEnd(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = MOST_BEHIND;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      left -= count;
      if (left < 0) {
        throw new IOException("goes on behind its table for more than " + MOST_BEHIND + " bytes");
      }
    }
  }

  private static Contents read(
      InputStream in, DataSource source, String name, String intro, Wanted wanted, Dialect dialect)
      throws IOException {
    String start = intro.replaceFirst("^\u00EF\u00BB\u00BF", "");
    if (start.startsWith(EcsvReader.MAGIC)) {
      return EcsvReader.read(name, in, wanted);
    }
    if (start.startsWith("SIMPLE  =")) {
      return FitsReader.read(name, in, wanted);
    }
    if (start.stripLeading().startsWith("<")) {
      checkNoPage(start);
      return VoTableReader.read(name, in, wanted);
    }
    if (intro.startsWith(NumpyReader.MAGIC)) {
      return NumpyReader.read(name, in, wanted);
    }
    return text(in, source, name, start, wanted, dialect);
  }

  private static Contents text(
      InputStream in, DataSource source, String name, String start, Wanted wanted, Dialect dialect)
      throws IOException {
    checkNoArchive(start);
    if (dialect.delimiter().isPresent()) {
      return TextTableReader.read(name, in, false, dialect, wanted);
    }
    checkNotExpected(plain(name));
    Optional<MarkedForm> marked = MarkedForm.of(start);
    return marked.isPresent()
        ? marked.get().read(name, in, wanted)
        : unmarked(in, source, name, start, wanted, dialect);
  }

  private static void checkNoPage(String start) throws IOException {
    if (start.toLowerCase(Locale.ROOT).contains("<html")) {
      throw new IOException("is a web page, not a table");
    }
  }

  private static void checkNoArchive(String start) throws IOException {
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      throw new IOException("is a zip archive: unpack it; of an .npz, save one array with np.save");
    }
  }

  /** A file's name in small letters, without what says how it is compressed. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|xz)$", "");
  }

  /** Refuses a file whose name promises a form that it does not begin as. */
  private static void checkNotExpected(String plain) throws IOException {
    for (String[] rule : EXPECTED) {
      if (plain.endsWith(rule[0])) {
        throw new IOException(rule[1]);
      }
    }
  }

  /** Reads text whose columns are at fixed places, or apart by a delimiter. */
  private static Contents unmarked(
      InputStream in, DataSource source, String name, String start, Wanted wanted, Dialect dialect)
      throws IOException {
    Path file = PathText.of(name);
    checkNoReadMe(file, source);
    Optional<TextForm> form = TextForm.of(start);
    Optional<ByteLayout> layout = form.isEmpty() ? CdsReadMe.layoutOf(file) : Optional.empty();
    if (layout.isPresent()) {
      return MrtReader.read(name, in, layout.get(), "the file ReadMe beside it", wanted);
    }
    return form.isPresent()
        ? form.get().read(name, in, source, wanted)
        : TextTableReader.read(name, in, plain(name).endsWith(".csv"), dialect, wanted);
  }

  private static void checkNoReadMe(Path file, DataSource source) throws IOException {
    if (CdsReadMe.isOne(file)) {
      List<String> described = CdsReadMe.describedBy(source.getInputStream());
      if (!described.isEmpty()) {
        throw new IOException(
            "describes tables, and is none: name the file of one, " + String.join(", ", described));
      }
    }
  }

  private static Contents checked(Contents table, Dialect dialect) throws IOException {
    if (!dialect.isGuessed() && !table.format().matches("(CSV|ASCII|RDB).*")) {
      throw new IOException(
          "is a table of the form "
              + table.format()
              + "; --header, --delimiter and --decimal-comma are for CSV and ASCII");
    }
    return table;
  }

  private static final List<String[]> EXPECTED =
      List.of(
          new String[] {".ecsv", "has no ECSV header (its first line is not '# %ECSV 1.0')"},
          new String[] {".fits", "does not begin as a FITS file does"},
          new String[] {".npy", "does not begin as a NumPy file does"},
          new String[] {".npz", "is no zip archive; save an array with np.save, as .npy"},
          new String[] {".vot", "does not begin as a VOTable does"},
          new String[] {".xml", "does not begin as a VOTable does"});

  /** How it begins and how it ends; what it quotes from the file may be of any length. */
  private static String bounded(String line) {
    int end = line.length() - LONGEST / 4;
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST / 2) + " ... " + line.substring(end);
  }

  /** One line, whatever was thrown. */
  private static String reason(Exception e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("");
    String line = bounded(Visible.line(bounded(message.strip().replaceAll("\\s+", " "))));
    if (e instanceof EOFException && line.isEmpty()) {
      return "is cut short: a file that ends too early";
    }
    boolean ours = e instanceof IOException || e instanceof IllegalArgumentException;
    if (ours && !line.isEmpty()) {
      return line;
    }
    return "is damaged ("
        + (e.getClass().getSimpleName() + ": " + line).replaceAll(": $", "")
        + ")";
  }
}
