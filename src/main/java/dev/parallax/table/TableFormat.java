package dev.parallax.table;

import dev.parallax.text.Choices;
import java.util.Locale;

/** The formats a table can be written in; all of them can be read back. */
public enum TableFormat {
  /** Enhanced CSV 1.0: CSV after a header with types, units, descriptions and metadata. */
  ECSV("ecsv"),
  /** Comma-separated values with a line of names; RFC 4180. */
  CSV("csv"),
  /** The Virtual Observatory's XML, with the rows as BINARY2, which keeps every bit. */
  VOTABLE("vot"),
  /** A FITS binary table. */
  FITS("fits");

  private final String extension;

  TableFormat(String extension) {
    this.extension = extension;
  }

  /** The end of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  @Override
  public String toString() {
    return Choices.text(this);
  }

  /**
   * The format that the text of an option names; case does not matter.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static TableFormat parse(String text) {
    return Choices.find("table format", TableFormat.class, text.strip().toLowerCase(Locale.ROOT));
  }
}
