package dev.parallax.workload.sweep.parameter;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.NumberText;
import dev.parallax.workload.value.Entry;
import dev.parallax.workload.value.Values;
import dev.parallax.workload.value.ValuesText;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A parameter and the values it takes.
 *
 * @param name its name, as the model knows it
 * @param values its values
 */
public record Parameter(String name, Values values) {

  /** Checks that there is a name, and that large values are told apart. */
  public Parameter {
    named(name);
    Values.Spaced.checkSteps(values);
  }

  static void named(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a parameter has no name");
    }
  }

  /** A parameter with the given values. */
  public static Parameter of(String name, double... values) {
    return new Parameter(name, Values.of(values));
  }

  /** A parameter whose values are these texts. */
  public static Parameter of(String name, String... texts) {
    return new Parameter(name, Values.of(List.of(texts)));
  }

  /** A parameter with {@code n} evenly spaced values from {@code a} to {@code b} inclusive. */
  public static Parameter linspace(String name, double a, double b, long n) {
    return new Parameter(name, Values.linspace(a, b, n));
  }

  /**
   * A parameter in text form, {@code name=values}.
   *
   * @throws IllegalArgumentException if it is not of that form, or the values are wrong
   */
  public static Parameter parse(String text) {
    return parse(
        text,
        "VALUES, such as x=linspace:0:1:5",
        (name, right) -> new Parameter(name, ValuesText.parse(right)));
  }

  /** A parameter with one value, a number or else a text. */
  public static Parameter fixed(String name, String value) {
    try {
      Entry entry = Entry.single(value);
      boolean text = entry.quoted() || ValuesText.isWord(value.strip());
      return new Parameter(
          name, text ? Values.of(List.of(entry.text())) : Values.of(ValuesText.number(value)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("parameter '" + name + "': " + e.getMessage(), e);
    }
  }

  /** Reads what is left and right of the equals sign. */
  static <T> T parse(String text, String form, BiFunction<String, String, T> made) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "parameter '" + text + "' is not of the form NAME=" + form);
    }
    String name = text.substring(0, equals).strip();
    try {
      return made.apply(name, text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("parameter '" + name + "': " + e.getMessage(), e);
    }
  }

  /** Value {@code i} as text. */
  public String text(long i) {
    double value = values.at(i);
    return values.levels().isEmpty() ? NumberText.of(value) : values.levels().get((int) value);
  }

  /** Its name and how many values it has. */
  @Override
  public String toString() {
    return name + " (" + values.size() + ")";
  }

  /** It as a column of a table. */
  public Response column() {
    return new Response(name, ColumnType.DOUBLE, "", "", values.levels());
  }
}
