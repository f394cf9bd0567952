package dev.parallax.table.text;

import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How CSV and whitespace ASCII are to be read, as far as that is not to be guessed.
 *
 * @param header where the names are
 * @param line the number of the header's line in the file, from 1, if {@code header} says so; else
 *     0
 * @param delimiter what separates cells; a blank stands for any white space
 * @param decimalComma whether numbers have a comma where others have a point
 */
public record Dialect(
    Header header, long line, Optional<Character> delimiter, boolean decimalComma) {
  /** Everything is guessed; what is left undecided is refused. */
  public static final Dialect GUESSED = new Dialect(Header.GUESSED, 0, Optional.empty(), false);

  private static final Map<String, Character> NAMED =
      Map.of(
          "comma",
          ',',
          "tab",
          '\t',
          "\\t",
          '\t',
          "space",
          ' ',
          "blank",
          ' ',
          "semicolon",
          ';',
          "bar",
          '|',
          "pipe",
          '|',
          "colon",
          ':');
  private static final String UNFIT = "\"'.+-#\\\n\r\f";

  /** Where the names of the columns are. */
  public enum Header {
    /** Decided by what the first lines are like. */
    GUESSED,
    /** In no line: the first one is a row. */
    NONE,
    /** In the first line that is no comment. */
    FIRST,
    /** In the line with a number. */
    AT_LINE
  }

  /** Checks the parts. */
  public Dialect {
    if (header == Header.AT_LINE ? line < 1 : line != 0) {
      throw new IllegalArgumentException("a header's line is 1 or more, not " + line);
    }
    if (decimalComma && delimiter.equals(Optional.of(','))) {
      throw new IllegalArgumentException("a comma cannot be both delimiter and decimal sign");
    }
  }

  /** Whether nothing is said of the text. */
  public boolean isGuessed() {
    return header == Header.GUESSED && delimiter.isEmpty() && !decimalComma;
  }

  /**
   * This with a header as an option says it: {@code yes}, {@code no}, or the number of its line.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public Dialect withHeader(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.matches("[0-9]{1,9}") && Integer.parseInt(plain) > 0) {
      return new Dialect(Header.AT_LINE, Integer.parseInt(plain), delimiter, decimalComma);
    }
    return switch (plain) {
      case "yes" -> new Dialect(Header.FIRST, 0, delimiter, decimalComma);
      case "no" -> new Dialect(Header.NONE, 0, delimiter, decimalComma);
      default ->
          throw new IllegalArgumentException(
              "a header is yes, no, or the number of its line, from 1; not '" + text + "'");
    };
  }

  /**
   * This with a delimiter as an option says it: a character, or {@code comma}, {@code tab}, {@code
   * space} (any white space), {@code semicolon}, {@code bar}, {@code colon}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public Dialect withDelimiter(String text) {
    Character named = NAMED.get(text.strip().toLowerCase(Locale.ROOT));
    if (named == null && text.length() != 1) {
      throw Spelling.unknown(
          "delimiter", text, List.of("comma", "tab", "space", "semicolon", "bar", "colon"));
    }
    char c = named == null ? text.charAt(0) : named;
    if (c > '~' || UNFIT.indexOf(c) >= 0 || Character.isLetterOrDigit(c)) {
      throw new IllegalArgumentException("the delimiter cannot be '" + text + "'");
    }
    return new Dialect(header, line, Optional.of(c), decimalComma);
  }

  /** This with decimal commas. */
  public Dialect withDecimalComma() {
    return new Dialect(header, line, delimiter, true);
  }
}
