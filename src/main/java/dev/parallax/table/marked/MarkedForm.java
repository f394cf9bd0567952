package dev.parallax.table.marked;

import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Contents;
import dev.parallax.table.column.Numeral;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.LineReader;
import dev.parallax.table.text.TextTableReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The forms of text whose rows stand between marks, each known by its first lines. */
public enum MarkedForm {
  /** A table of Markdown: names, a line of dashes, rows, between bars. */
  MARKDOWN("Markdown", Markdown::begins, Markdown::new),
  /** A grid table of reStructuredText, or what MySQL and others print. */
  RST_GRID("RST grid", lines -> lines.get(0).matches("\\+(?:-++\\+)++\\s*+"), RstGrid::new),
  /** A simple table of reStructuredText: columns under runs of equal signs. */
  RST_SIMPLE(
      "RST simple", lines -> lines.get(0).matches("\\s*+==++(?: ++==++)*+\\s*+"), RstSimple::new),
  /** A tabular environment of LaTeX, or a deluxetable of the AAS journals. */
  LATEX("LaTeX", Latex::begins, Latex::new),
  /** The output of IRAF's DAOPHOT: names, units and formats in comments, rows over many lines. */
  DAOPHOT("DAOPHOT", lines -> lines.get(0).matches("#[KN] .*"), Daophot::new);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // without state
  private final Predicate<List<String>> beginning;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Opening opening;

  /** Reads as far as the rows. */
  @FunctionalInterface
  private interface Opening {
    MarkedLines of(LineReader lines) throws IOException;
  }

  /**
   * A form.
   *
   * @param beginning whether a file with these first lines, none of them blank, is of this form
   */
  MarkedForm(String title, Predicate<List<String>> beginning, Opening opening) {
    this.title = title;
    this.beginning = beginning;
    this.opening = opening;
  }

  /** The form of a file that begins so, if it is one of these. */
  public static Optional<MarkedForm> of(String start) {
    List<String> lines = start.lines().filter(line -> !line.isBlank()).toList();
    return Arrays.stream(values())
        .filter(form -> !lines.isEmpty() && form.beginning.test(lines))
        .findFirst();
  }

  /** Reads a table of this form. */
  public Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    MarkedLines lines = opening.of(new LineReader(in));
    List<ColumnHeader> columns = lines.columns();
    if (columns.stream().allMatch(c -> Numeral.of(c.name()).isNumber())) {
      throw new IOException("has numbers where a " + title + " table has its names");
    }
    Contents above = new Contents(name, title, 0, columns, List.of(), Map.of(), List.of());
    return TextTableReader.body(above, new MarkedRows(lines), false, true, wanted);
  }
}
