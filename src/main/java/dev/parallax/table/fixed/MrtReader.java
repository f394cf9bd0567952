package dev.parallax.table.fixed;

import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads tables whose columns are described byte by byte: machine-readable tables of the AAS
 * journals, whose description stands above the rows, and tables of the CDS, whose description is in
 * the file ReadMe beside them.
 */
public final class MrtReader {
  private static final Pattern NOTES =
      Pattern.compile("\\s*+(Global |General )?(Notes?|Remarks?)\\b.*", Pattern.CASE_INSENSITIVE);

  private final LineReader lines;
  private final Set<Integer> rules = new TreeSet<>(); // lengths, and their negatives of equal signs
  private final List<String> notes = new ArrayList<>();

  private MrtReader(InputStream in) throws IOException {
    this.lines = new LineReader(in);
  }

  /** Reads a machine-readable table. */
  public static Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    MrtReader reader = new MrtReader(in);
    ByteLayout layout = reader.layout();
    boolean row = reader.skipNotes();
    return reader.rows(name, "MRT", layout, row, wanted);
  }

  /** Reads a file of nothing but rows. */
  public static Contents read(
      String name, InputStream in, ByteLayout layout, String origin, Wanted wanted)
      throws IOException {
    MrtReader reader = new MrtReader(in);
    reader.notes.add("columns as " + origin + " describes them");
    return reader.rows(name, "CDS", layout, reader.lines.next(), wanted);
  }

  private ByteLayout layout() throws IOException {
    while (lines.next()) {
      String line = ByteLayout.text(lines);
      if (line.isEmpty()) {
        continue;
      }
      if (!ByteLayout.filesOf(line).isEmpty()) {
        ByteLayout layout = ByteLayout.read(lines);
        rules.add(rule(ByteLayout.text(lines)));
        return layout;
      }
      if (ByteLayout.isRule(line)) {
        rules.add(rule(line));
      }
    }
    throw new IOException("begins as a machine-readable table, without a byte-by-byte description");
  }

  /** Stands at the first row after the notes, each of which ends with a rule. */
  private boolean skipNotes() throws IOException {
    boolean inNotes = false;
    long began = 0;
    while (lines.next()) {
      String line = ByteLayout.text(lines);
      if (line.isEmpty()) {
        continue;
      }
      if (inNotes ? ByteLayout.isRule(line) : isRule(line)) {
        inNotes = false;
      } else if (!inNotes && NOTES.matcher(line).matches()) {
        inNotes = true;
        began = lines.number();
      } else if (!line.isBlank() && !inNotes) {
        return true;
      }
    }
    if (inNotes) {
      throw new IOException("has notes from line " + began + " that no line of dashes ends");
    }
    return false;
  }

  private boolean isRule(String line) {
    return ByteLayout.isRule(line) && rules.contains(rule(line));
  }

  private static int rule(String line) {
    String marks = line.strip();
    return marks.startsWith("=") ? -marks.length() : marks.length();
  }

  private Contents rows(String name, String format, ByteLayout layout, boolean first, Wanted wanted)
      throws IOException {
    DeclaredRows rows = new DeclaredRows(name, layout.columns(), wanted);
    FixedColumns fixed = new FixedColumns(layout.places(), true, rows);
    boolean row = first;
    while (row) {
      String line = ByteLayout.text(lines);
      if (line.isEmpty()) {
        row = lines.next();
        continue;
      }
      if (isRule(line) || !ByteLayout.filesOf(line).isEmpty()) {
        behind(rows.rows());
        break;
      }
      if (!line.isBlank()) {
        fixed.add(lines);
      }
      row = lines.next();
    }
    return rows.table(format, Map.of(), notes);
  }

  /** Looks at what is behind the rows: another table, or notes; rows are not behind a rule. */
  private void behind(int rows) throws IOException {
    long at = lines.number();
    int others = 0;
    boolean notesOnly = true;
    boolean blank = true;
    do {
      String line = ByteLayout.text(lines);
      boolean other = !line.isEmpty() && !ByteLayout.filesOf(line).isEmpty();
      if (blank && !line.isBlank() && !isRule(line)) {
        notesOnly = other || NOTES.matcher(line).matches() || line.startsWith("Title:");
        blank = false;
      }
      others += other ? 1 : 0;
    } while (lines.next());
    if (others > 0 && rows == 0) {
      throw new IOException("describes several tables before the rows of one: see line " + at);
    }
    if (!notesOnly) {
      throw new IOException("line " + at + " is a line of dashes among the rows");
    }
    note(others, blank, at);
  }

  private void note(int others, boolean blank, long at) {
    if (others > 0) {
      notes.add(String.format(Locale.ROOT, "the first of %d tables in the file", others + 1));
    } else if (!blank) {
      notes.add("notes behind the rows skipped, from line " + at);
    }
  }
}
