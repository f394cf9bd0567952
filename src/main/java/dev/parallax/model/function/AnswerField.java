package dev.parallax.model.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.PointModel;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A value that a function answers with.
 *
 * @param name its name
 * @param type what it is, or what its numbers are
 * @param length how many numbers it is; 0 where it is a single value, which an array of one is not
 */
record AnswerField(String name, ColumnType type, int length) implements Serializable {
  private static final long LARGEST = 1L << 53;
  private static final int SHOWN = 40;
  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, Double.class, float.class, Float.class);
  private static final Set<Class<?>> INTEGERS =
      Set.of(
          long.class,
          Long.class,
          int.class,
          Integer.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class);
  private static final Set<Class<?>> TEXTS = Set.of(String.class, char.class, Character.class);
  private static final Set<Class<?>> VECTORS =
      Set.of(double[].class, float[].class, long[].class, int[].class);

  /**
   * What a value is, by its class as it is declared, or else by its own.
   *
   * @param value the first; empty if it is null
   * @throws IllegalArgumentException if there are no columns for such a value
   */
  static AnswerField of(String name, Class<?> declared, Optional<Object> value) {
    Class<?> type =
        isKnown(declared) ? declared : value.<Class<?>>map(Object::getClass).orElse(declared);
    if (VECTORS.contains(type) && value.isPresent() && Array.getLength(value.get()) > 0) {
      return new AnswerField(name, ColumnType.DOUBLE, Array.getLength(value.get()));
    }
    if (VECTORS.contains(type)) {
      throw new IllegalArgumentException(
          "the first '" + name + "' is an array of no numbers; a vector has one or more");
    }
    return new AnswerField(name, single(name, type), 0);
  }

  private static boolean isKnown(Class<?> type) {
    return VECTORS.contains(type) || single(type).isPresent();
  }

  private static Optional<ColumnType> single(Class<?> type) {
    if (NUMBERS.contains(type)) {
      return Optional.of(ColumnType.DOUBLE);
    }
    if (INTEGERS.contains(type)) {
      return Optional.of(ColumnType.LONG);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(ColumnType.BOOLEAN);
    }
    boolean text = TEXTS.contains(type) || Enum.class.isAssignableFrom(type);
    return text ? Optional.of(ColumnType.TEXT) : Optional.empty();
  }

  private static ColumnType single(String name, Class<?> type) {
    return single(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the function answers with a "
                        + type.getTypeName()
                        + " for '"
                        + name
                        + "'; there are columns for numbers, truth values, texts, enums, arrays"
                        + " such as double[], and records of these"));
  }

  /** Its columns: one, or {@code flux_0}, {@code flux_1} and so on of a vector. */
  List<Response> columns() {
    if (length == 0) {
      return List.of(new Response(name, type));
    }
    return IntStream.range(0, length)
        .mapToObj(i -> new Response(name + "_" + i, type, "", "", List.of(), name))
        .toList();
  }

  /**
   * Takes a value.
   *
   * @param column the place of its first column
   * @return the place behind the last
   * @throws IllegalStateException if it is something else
   */
  int put(Object value, int column, PointModel.Answer to) {
    if (length > 0) {
      vector(value, column, to.numbers());
      return column + length;
    }
    switch (type) {
      case DOUBLE -> to.numbers()[column] = number(value);
      case LONG -> to.integers()[column] = integer(value);
      case BOOLEAN -> to.numbers()[column] = truth(value);
      case TEXT -> to.texts()[column] = text(value);
    }
    return column + 1;
  }

  private void vector(Object value, int column, double[] numbers) {
    if (value == null || !VECTORS.contains(value.getClass())) {
      throw wrong(value, "an array of " + length + " numbers");
    }
    if (Array.getLength(value) != length) {
      throw new IllegalStateException(
          "'" + name + "' has " + Array.getLength(value) + " numbers instead of " + length);
    }
    for (int i = 0; i < length; i++) {
      boolean whole = value instanceof long[];
      numbers[column + i] = whole ? exact(((long[]) value)[i]) : Array.getDouble(value, i);
    }
  }

  /** A number; NaN for null, as in answers of programs. */
  private double number(Object value) {
    if (value == null) {
      return Double.NaN;
    }
    if (NUMBERS.contains(value.getClass())) {
      return ((Number) value).doubleValue();
    }
    if (INTEGERS.contains(value.getClass())) {
      return exact(((Number) value).longValue());
    }
    throw wrong(value, "a number");
  }

  private double exact(long whole) {
    if (whole < -LARGEST || whole > LARGEST) {
      throw new ArithmeticException(
          "'" + name + "' is " + whole + ", beyond 2^53, where not every integer is a double");
    }
    return whole;
  }

  private long integer(Object value) {
    if (value == null || !INTEGERS.contains(value.getClass())) {
      throw wrong(value, "an integer");
    }
    return ((Number) value).longValue();
  }

  private double truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    throw wrong(value, "true or false");
  }

  /** A text that can be written as it is; an empty one for null, as in answers of programs. */
  private String text(Object value) {
    if (value == null) {
      return "";
    }
    if (single(value.getClass()).filter(ColumnType.TEXT::equals).isEmpty()) {
      throw wrong(value, "a text");
    }
    String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
    if (!UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalStateException("'" + name + "' has half a character: " + shown(text));
    }
    return text;
  }

  private IllegalStateException wrong(Object value, String wanted) {
    String what =
        value == null ? "null" : "a " + value.getClass().getTypeName() + " (" + shown(value) + ")";
    return new IllegalStateException("'" + name + "' is " + what + " instead of " + wanted);
  }

  private static String shown(Object value) {
    String text = value.getClass().isArray() ? Array.getLength(value) + " long" : value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
