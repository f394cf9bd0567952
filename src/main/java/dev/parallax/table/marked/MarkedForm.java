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

/** The forms of text whose rows stand between marks, each known by its first lines. */
public enum MarkedForm {
  /** A table of Markdown: names, a line of dashes, rows, between bars. */
  MARKDOWN("Markdown") {
    @Override
    boolean begins(List<String> lines) {
      return Markdown.begins(lines);
    }

    @Override
    MarkedLines open(LineReader lines) throws IOException {
      return new Markdown(lines);
    }
  },
  /** A grid table of reStructuredText, or what MySQL and others print. */
  RST_GRID("RST grid") {
    @Override
    boolean begins(List<String> lines) {
      return lines.get(0).matches("\\+(?:-++\\+)++\\s*+");
    }

    @Override
    MarkedLines open(LineReader lines) throws IOException {
      return new RstGrid(lines);
    }
  },
  /** A simple table of reStructuredText: columns under runs of equal signs. */
  RST_SIMPLE("RST simple") {
    @Override
    boolean begins(List<String> lines) {
      return lines.get(0).matches("\\s*+==++(?: ++==++)*+\\s*+");
    }

    @Override
    MarkedLines open(LineReader lines) throws IOException {
      return new RstSimple(lines);
    }
  },
  /** A tabular environment of LaTeX, or a deluxetable of the AAS journals. */
  LATEX("LaTeX") {
    @Override
    boolean begins(List<String> lines) {
      return Latex.begins(lines);
    }

    @Override
    MarkedLines open(LineReader lines) throws IOException {
      return new Latex(lines);
    }
  },
  /** The output of IRAF's DAOPHOT: names, units and formats in comments, rows over many lines. */
  DAOPHOT("DAOPHOT") {
    @Override
    boolean begins(List<String> lines) {
      return lines.get(0).matches("#[KN] .*");
    }

    @Override
    MarkedLines open(LineReader lines) throws IOException {
      return new Daophot(lines);
    }
  };

  private final String title;

  MarkedForm(String title) {
    this.title = title;
  }

  /** The form of a file that begins so, if it is one of these. */
  public static Optional<MarkedForm> of(String start) {
    List<String> lines = start.lines().filter(line -> !line.isBlank()).toList();
    return Arrays.stream(values())
        .filter(form -> !lines.isEmpty() && form.begins(lines))
        .findFirst();
  }

  /** Whether a file with these first lines, none of them blank, is of this form. */
  abstract boolean begins(List<String> lines);

  /** Reads as far as the rows. */
  abstract MarkedLines open(LineReader lines) throws IOException;

  /** Reads a table of this form. */
  public Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    MarkedLines lines = open(new LineReader(in));
    List<ColumnHeader> columns = lines.columns();
    if (columns.stream().allMatch(c -> Numeral.of(c.name()).isNumber())) {
      throw new IOException("has numbers where a " + title + " table has its names");
    }
    Contents above = new Contents(name, title, 0, columns, List.of(), Map.of(), List.of());
    return TextTableReader.body(above, new MarkedRows(lines), false, true, wanted);
  }
}
