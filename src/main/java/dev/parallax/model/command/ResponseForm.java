package dev.parallax.model.command;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.text.Spelling;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a program answers under one name.
 *
 * @param name the name
 * @param type what it is: a number, true or false, or a text
 * @param length how many numbers it is; 0 where it is a single value, which a vector of one is not
 */
record ResponseForm(String name, ColumnType type, int length) implements Serializable {
  private static final int MOST = 10_000;
  private static final Pattern FORM = Pattern.compile("(.*?)(?:\\[([^\\[\\]]*)])?(?::(\\w+))?");
  private static final List<String> TYPES = List.of("number", "boolean", "text");

  /** A number. */
  static ResponseForm number(String name) {
    return new ResponseForm(name, ColumnType.DOUBLE, 0);
  }

  /**
   * The responses that users name, each as {@code chi2}, {@code flux[32]}, {@code comment:text} or
   * {@code converged:boolean}.
   *
   * @throws IllegalArgumentException if one is written in another way, has no name or one that
   *     there is already, or they are too many
   */
  static List<ResponseForm> of(List<String> texts) {
    List<ResponseForm> forms = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String text : texts) {
      ResponseForm form = of(text);
      for (String name : form.names()) {
        if (!names.add(name)) {
          throw new IllegalArgumentException("--responses: '" + name + "' is there twice");
        }
      }
      forms.add(form);
    }
    if (names.size() > MOST) {
      throw new IllegalArgumentException(
          "--responses: "
              + names.size()
              + " numbers are too many for an item; "
              + MOST
              + " at most");
    }
    return List.copyOf(forms);
  }

  /**
   * Checks that responses are single numbers, as those of a statistic are.
   *
   * @throws IllegalArgumentException as {@link #of(List)}, and if one is anything else
   */
  static void checkNumbers(List<String> texts) {
    for (ResponseForm form : of(texts)) {
      if (form.type() != ColumnType.DOUBLE || form.length() > 0) {
        throw new IllegalArgumentException(
            "--responses: " + form.name() + ": the values of a statistic are single numbers");
      }
    }
  }

  private static ResponseForm of(String text) {
    if (text.contains("\"")) {
      throw new IllegalArgumentException(
          "--responses: " + text + ": a name has neither quotes nor commas");
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || parts.group(1).isBlank()) {
      throw new IllegalArgumentException("--responses: '" + text + "' is no name");
    }
    ColumnType type = parts.group(3) == null ? ColumnType.DOUBLE : type(parts.group(3));
    int length = parts.group(2) == null ? 0 : length(text, parts.group(2));
    if (length > 0 && type != ColumnType.DOUBLE) {
      throw new IllegalArgumentException(
          "--responses: " + text + ": a vector has numbers; name each " + parts.group(3));
    }
    return new ResponseForm(parts.group(1), type, length);
  }

  private static ColumnType type(String name) {
    return switch (TYPES.indexOf(name)) {
      case 0 -> ColumnType.DOUBLE;
      case 1 -> ColumnType.BOOLEAN;
      case 2 -> ColumnType.TEXT;
      default -> throw Spelling.unknown("type of response", name, TYPES);
    };
  }

  private static int length(String text, String digits) {
    if (!digits.matches("[1-9]\\d{0,4}") || Integer.parseInt(digits) > MOST) {
      throw new IllegalArgumentException(
          "--responses: " + text + ": a vector has from 1 to " + MOST + " numbers, as in flux[32]");
    }
    return Integer.parseInt(digits);
  }

  /** The names of its columns: {@code flux_0}, {@code flux_1} and so on for a vector. */
  List<String> names() {
    return length == 0
        ? List.of(name)
        : IntStream.range(0, length).mapToObj(i -> name + "_" + i).toList();
  }

  /** Its columns. */
  List<Response> columns() {
    String vector = length == 0 ? "" : name;
    return names().stream().map(n -> new Response(n, type, "", "", List.of(), vector)).toList();
  }

  /** How many columns it has. */
  int width() {
    return Math.max(1, length);
  }
}
