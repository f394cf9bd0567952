package dev.parallax.workload.map;

import dev.parallax.storage.FileGlob;
import dev.parallax.storage.PathText;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.Dialect;
import dev.parallax.text.Numbers;
import dev.parallax.text.Spelling;
import dev.parallax.workload.value.Entry;
import dev.parallax.workload.value.ValuesText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from text what a function is mapped over. */
public final class ArrayText {
  /** What the text can begin with; else it is a list. */
  public static final List<String> FORMS =
      List.of(
          "random",
          "range",
          "linspace",
          "logspace",
          "geomspace",
          "file",
          "lines",
          "files",
          "column");

  private static final Set<String> SPACED = Set.of("linspace", "logspace", "geomspace");
  private static final Pattern NUMPY = Pattern.compile("(?i).+\\.np[yz](\\.(gz|bz2|xz))?");
  private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.*)\\)\\s*");

  private ArrayText() {}

  /**
   * An array in text form: {@code random:low:high:size}, {@code range:from:to} or {@code
   * range:from:to:step}, {@code linspace:a:b:n}, {@code logspace:a:b:n}, {@code geomspace:a:b:n},
   * {@code file:PATH} of integers, {@code lines:PATH} of texts, {@code files:GLOB}, {@code
   * column:TABLE:NAME}, the path of an array of NumPy that ends in {@code .npy}, or a list with
   * commas.
   *
   * @param dialect of a table that may be CSV or ASCII
   * @throws IllegalArgumentException if it is none of these or cannot be read, in one line that
   *     says why
   */
  public static MapArray read(String text, Dialect dialect) {
    int colon = text.indexOf(':');
    String form = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    if (!FORMS.contains(form)) {
      return isNumpy(text) ? numpy(text) : list(text, form);
    }
    return switch (form) {
      case "random", "range", "linspace", "logspace", "geomspace" ->
          named(text, () -> computed(text, form, rest.split(":", -1)));
      case "file" -> integers(rest);
      case "lines" -> lines(rest);
      case "files" -> files(rest);
      default -> column(rest, dialect);
    };
  }

  private static MapArray list(String text, String form) {
    if (isWord(text) && text.startsWith("//", form.length() + 1)) {
      throw new IllegalArgumentException(
          "'" + text + "' is an address; integers in a file there are file:" + text);
    }
    if (isWord(text)) {
      throw ValuesText.dotted(text)
          .map(IllegalArgumentException::new)
          .orElseGet(() -> Spelling.unknown("form of array", form, FORMS));
    }
    return named(text, () -> listed(text));
  }

  /**
   * The files that an array in text form is read from, or that are its elements.
   *
   * @throws IllegalArgumentException if a path is none, or no file matches a pattern
   */
  public static List<Path> readFrom(String text) {
    if (isNumpy(text)) {
      return List.of(path(text));
    }
    int end = text.startsWith("column:") ? text.lastIndexOf(':') : text.length();
    int start = text.indexOf(':') + 1;
    if (text.startsWith("files:")) {
      return start < end
          ? matched(text.substring(start)).stream().map(Path::of).toList()
          : List.of();
    }
    boolean one = Stream.of("file:", "lines:", "column:").anyMatch(text::startsWith);
    return one && end > start ? List.of(path(text.substring(start, end))) : List.of();
  }

  /** The text with another path in it, if it has one. */
  static String with(String text, UnaryOperator<String> place) {
    if (isNumpy(text)) {
      return place.apply(text);
    }
    int start = text.indexOf(':') + 1;
    int end = text.startsWith("column:") ? text.lastIndexOf(':') : text.length();
    boolean has = Stream.of("file:", "lines:", "files:", "column:").anyMatch(text::startsWith);
    return has && end > start && !text.startsWith("//", start)
        ? text.substring(0, start) + place.apply(text.substring(start, end)) + text.substring(end)
        : text;
  }

  /** Whether it is a path, or an address, of an array of NumPy, and nothing else. */
  private static boolean isNumpy(String text) {
    return isWord(text) && NUMPY.matcher(text).matches() && text.matches("[^:]*|[^:]*://.*");
  }

  private static MapArray named(String text, Supplier<MapArray> array) {
    try {
      return array.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("array '" + text + "': " + e.getMessage(), e);
    }
  }

  /** Whether it is one word, without quotes, and so no list. */
  private static boolean isWord(String text) {
    return !text.contains(",") && !text.matches("\\s*[\"'].*") && ValuesText.isWord(text.strip());
  }

  /** Integers, real numbers or texts with commas between them. */
  private static MapArray listed(String text) {
    checkNoCall(text);
    List<Entry> entries = ValuesText.entries(text);
    List<String> texts = entries.stream().map(Entry::text).toList();
    return ValuesText.areTexts(entries) ? ValueArray.of(texts) : numbers(texts);
  }

  /** Refuses {@code random(0,1,3)}, which could be taken for a list. */
  private static void checkNoCall(String text) {
    Matcher call = CALL.matcher(text);
    if (call.matches() && FORMS.contains(call.group(1))) {
      throw new IllegalArgumentException(
          "it is written " + call.group(1) + ":" + call.group(2).replaceAll("\\s*,\\s*", ":"));
    }
  }

  private static MapArray numbers(List<String> texts) {
    if (texts.stream().allMatch(text -> text.matches("[+-]?\\d+"))) {
      return IntegerArray.of(texts.stream().mapToLong(text -> integer("element", text)).toArray());
    }
    return ValueArray.of(texts.stream().mapToDouble(ValuesText::signed).toArray());
  }

  private static MapArray computed(String text, String form, String[] parts) {
    boolean reals = SPACED.contains(form) || (form.equals("range") && areReal(parts));
    if (reals) {
      return ValueArray.of(ValuesText.parse(text));
    }
    return form.equals("random") ? random(parts) : range(parts);
  }

  /** Whether they are three numbers of which one is written as no integer is. */
  private static boolean areReal(String[] parts) {
    return parts.length == 3
        && Arrays.stream(parts).anyMatch(ArrayText::isReal)
        && Arrays.stream(parts).noneMatch(part -> ValuesText.isWord(part.strip()));
  }

  private static boolean isReal(String part) {
    return !part.strip().matches("[+-]?\\d*") && !ValuesText.isWord(part.strip());
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
    if (parts.length == 2 && Arrays.stream(parts).anyMatch(ArrayText::isReal)) {
      throw new IllegalArgumentException("real numbers need a step: range:from:to:step");
    }
    if (parts.length != 2 && parts.length != 3) {
      throw new IllegalArgumentException("range is written range:from:to or range:from:to:step");
    }
    long from = integer("start", parts[0]);
    long to = integer("end", parts[1]);
    return new IntegerRange(from, to, parts.length == 3 ? integer("step", parts[2]) : 1);
  }

  private static IntegerArray integers(String path) {
    if (path.isBlank()) {
      throw new IllegalArgumentException("file is written file:PATH");
    }
    if (NUMPY.matcher(path).matches()) {
      throw new IllegalArgumentException("an array of NumPy is written --array " + path);
    }
    long[] values = ArrayFile.integers(path(path));
    return new LoadedIntegers(values, path + ": " + values.length + " integers");
  }

  private static ValueArray lines(String path) {
    if (path.isBlank()) {
      throw new IllegalArgumentException("lines is written lines:PATH");
    }
    ValueArray lines = ValueArray.of(ArrayFile.texts(path(path)));
    return lines.from(path + ": " + lines.counted());
  }

  private static ValueArray files(String pattern) {
    if (pattern.isBlank()) {
      throw new IllegalArgumentException(
          "files is written files:PATTERN, such as files:data/*.fits");
    }
    ValueArray files = ValueArray.of(matched(pattern));
    return files.from(pattern + ": " + Numbers.count(files.size(), "file"));
  }

  private static List<String> matched(String pattern) {
    if (!FileGlob.isPattern(pattern) && Files.isDirectory(Path.of(pattern))) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is a folder; its files are files:" + pattern + "/*");
    }
    return FileGlob.paths(pattern);
  }

  private static MapArray column(String rest, Dialect dialect) {
    int colon = rest.lastIndexOf(':');
    if (colon < 1 || colon == rest.length() - 1) {
      throw new IllegalArgumentException("column is written column:TABLE:NAME");
    }
    String column = rest.substring(colon + 1);
    Wanted wanted = Wanted.numbers(List.of()).andTexts(List.of(column));
    Table table = TableFile.read(path(rest.substring(0, colon)), wanted, dialect);
    return column(table, column);
  }

  private static MapArray column(Table table, String column) {
    ColumnHeader header = table.column(column);
    if (header.type() == CellType.TEXT) {
      return ValueArray.of(table, header, true);
    }
    return header.type() == CellType.DOUBLE && areReal(table.doubles(column))
        ? ValueArray.of(table, header, false)
        : new LoadedIntegers(table.longs(column), table);
  }

  /** The one column of an array of NumPy. */
  private static MapArray numpy(String path) {
    String first = "1";
    Wanted wanted = Wanted.numbers(List.of()).andTexts(List.of(first));
    Table table = TableFile.read(path(path), wanted);
    if (table.columns().size() > 1) {
      throw new IllegalArgumentException(
          table.name()
              + ": has "
              + Numbers.count(table.columns().size(), "column")
              + "; one of them is --array column:"
              + path
              + ":NAME");
    }
    return column(table, first);
  }

  /** Whether one, of those that are there, has a fraction, is beyond 64 bits, or is -0. */
  private static boolean areReal(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).anyMatch(ArrayText::isReal);
  }

  private static boolean isReal(double value) {
    boolean negativeZero = value == 0 && 1 / value < 0;
    return value != Math.rint(value) || Math.abs(value) >= 0x1p63 || negativeZero;
  }

  /** The path after {@code file:} or {@code column:}; with two slashes the former is an address. */
  private static Path path(String written) {
    return PathText.of(written.startsWith("//") ? "file:" + written : written);
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
