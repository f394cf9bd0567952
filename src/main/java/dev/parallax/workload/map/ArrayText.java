package dev.parallax.workload.map;

import dev.parallax.spelling.Spelling;
import dev.parallax.storage.LocalPath;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads from text where the integers of an array map come from. */
public final class ArrayText {
  /** What the text can begin with. */
  public static final List<String> FORMS = List.of("random", "range", "file", "column");

  private ArrayText() {}

  /**
   * An array in text form: {@code random:low:high:size}, {@code range:from:to} or {@code
   * range:from:to:step}, {@code file:PATH}, {@code column:TABLE:NAME}.
   *
   * @throws IllegalArgumentException if it is none of these or cannot be read, in one line that
   *     says why
   */
  public static IntegerArray parse(String text) {
    return parse(text, Dialect.GUESSED);
  }

  /**
   * The same, from a table that may be CSV or ASCII of a certain dialect.
   *
   * @throws IllegalArgumentException as {@link #parse(String)} does
   */
  public static IntegerArray parse(String text, Dialect dialect) {
    int colon = text.indexOf(':');
    String form = colon < 0 ? text : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    if (!FORMS.contains(form)) {
      throw Spelling.unknown("form of array", form, FORMS);
    }
    return switch (form) {
      case "random", "range" -> computed(text, form, rest.split(":", -1));
      case "file" -> loaded(colon < 0 ? "" : rest);
      default -> column(rest, dialect);
    };
  }

  /** The file that an array in text form is read from, if it is. */
  public static Optional<Path> file(String text) {
    int colon = text.startsWith("column:") ? text.lastIndexOf(':') : text.length();
    int start = text.indexOf(':') + 1;
    boolean loaded = text.startsWith("file:") || text.startsWith("column:");
    return loaded && colon > start
        ? Optional.of(path(text.substring(start, colon)))
        : Optional.empty();
  }

  private static IntegerArray computed(String text, String form, String[] parts) {
    try {
      return form.equals("random") ? random(parts) : range(parts);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("array '" + text + "': " + e.getMessage(), e);
    }
  }

  private static IntegerArray random(String[] parts) {
    if (parts.length != 3) {
      throw new IllegalArgumentException("random is written random:low:high:size");
    }
    long low = integer("low", parts[0]);
    long high = integer("high", parts[1]);
    return new RandomIntegers(low, high, size(parts[2]));
  }

  private static IntegerArray range(String[] parts) {
    if (parts.length != 2 && parts.length != 3) {
      throw new IllegalArgumentException("range is written range:from:to or range:from:to:step");
    }
    long from = integer("start", parts[0]);
    long to = integer("end", parts[1]);
    return new IntegerRange(from, to, parts.length == 3 ? integer("step", parts[2]) : 1);
  }

  private static IntegerArray loaded(String path) {
    if (path.isBlank()) {
      throw new IllegalArgumentException("file is written file:PATH");
    }
    long[] values = IntegerFile.read(path(path));
    return new LoadedIntegers(values, path + ": " + values.length + " integers");
  }

  private static IntegerArray column(String rest, Dialect dialect) {
    int colon = rest.lastIndexOf(':');
    if (colon < 1 || colon == rest.length() - 1) {
      throw new IllegalArgumentException("column is written column:TABLE:NAME");
    }
    String column = rest.substring(colon + 1);
    Wanted wanted = Wanted.numbers(List.of()).andTexts(List.of(column));
    Table table = TableFile.read(path(rest.substring(0, colon)), wanted, dialect);
    return new LoadedIntegers(table.longs(column), table);
  }

  /** The path after {@code file:} or {@code column:}; with two slashes the former is an address. */
  private static Path path(String written) {
    return LocalPath.of(written.startsWith("//") ? "file:" + written : written);
  }

  private static long size(String text) {
    if (text.strip().matches("\\d+")) {
      return integer("size", text);
    }
    throw new IllegalArgumentException(
        "the size must be a whole number, 0 or more, not '" + text.strip() + "'");
  }

  private static long integer(String name, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the " + name + " must be an integer within -2^63 .. 2^63-1, not '" + text.strip() + "'",
          e);
    }
  }
}
