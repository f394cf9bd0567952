package dev.parallax.model.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.json.JsonText;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a function answers under one name.
 *
 * @param name the name
 * @param kind what it is to Python: {@code float}, {@code int}, {@code bool}, {@code str}, {@code
 *     object}, or a vector such as {@code float[32]}
 */
record PythonAnswer(String name, String kind) implements Serializable {
  /** What is taken for the answer where none is known: a number. */
  static final List<PythonAnswer> UNKNOWN = List.of(new PythonAnswer("value", "float"));

  /** Those that a worker tells, as pairs of a name and a kind. */
  static List<PythonAnswer> of(String json) {
    return JsonText.object("{\"all\":" + json + "}").get("all") instanceof List<?> pairs
        ? of(pairs)
        : List.of();
  }

  /** The same of pairs. */
  static List<PythonAnswer> of(List<?> pairs) {
    return pairs.stream()
        .map(pair -> (List<?>) pair)
        .map(pair -> new PythonAnswer((String) pair.get(0), (String) pair.get(1)))
        .toList();
  }

  /** As a pair, to be told to workers. */
  List<String> pair() {
    return List.of(name, kind);
  }

  /** Whether it is a single number, or a truth value that counts as one. */
  boolean isNumber() {
    return length() == 0 && !isText();
  }

  private int length() {
    int bracket = kind.indexOf('[');
    return bracket < 0 ? 0 : Integer.parseInt(kind.substring(bracket + 1, kind.length() - 1));
  }

  private boolean isText() {
    return kind.equals("str") || kind.equals("object");
  }

  private ColumnType type() {
    return isText()
        ? ColumnType.TEXT
        : kind.equals("bool") ? ColumnType.BOOLEAN : ColumnType.DOUBLE;
  }

  /** Its columns: one, or {@code flux_0}, {@code flux_1} and so on of a vector. */
  List<Response> columns() {
    String words = kind.equals("object") ? PythonModel.PICKLED : "";
    if (length() == 0) {
      return List.of(new Response(name, type(), "", words, List.of()));
    }
    return IntStream.range(0, length())
        .mapToObj(i -> new Response(name + "_" + i, type(), "", "", List.of(), name))
        .toList();
  }

  /**
   * Reads the values of one item.
   *
   * @param from the place of the first column
   * @return the place behind the last
   */
  int read(ByteBuffer answer, int from, double[] numbers, String[] texts) {
    if (isText()) {
      byte[] bytes = new byte[answer.getInt()];
      answer.get(bytes);
      texts[from] = new String(bytes, UTF_8);
      return from + 1;
    }
    int to = from + Math.max(1, length());
    for (int i = from; i < to; i++) {
      numbers[i] = answer.getDouble();
    }
    return to;
  }
}
