package dev.parallax.text;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers below each other, point below point, and so their errors. */
public final class AlignedNumbers {
  private static final String ERROR = " +- ";

  private AlignedNumbers() {}

  /**
   * These texts with blanks before and behind, all of one width.
   *
   * @param texts numbers, each with its error or without, such as {@code 0.0704 +- 0.0002}
   */
  public static List<String> of(List<String> texts) {
    List<String> values = column(texts.stream().map(text -> text.split(" \\+- ", 2)[0]).toList());
    if (texts.stream().noneMatch(text -> text.contains(ERROR))) {
      return values;
    }
    List<String> errors =
        column(
            texts.stream()
                .map(text -> text.contains(ERROR) ? text.split(" \\+- ", 2)[1] : "")
                .toList());
    return IntStream.range(0, texts.size())
        .mapToObj(
            i -> {
              String between = errors.get(i).isBlank() ? " ".repeat(ERROR.length()) : ERROR;
              return values.get(i) + between + errors.get(i);
            })
        .toList();
  }

  private static List<String> column(List<String> numbers) {
    int before = numbers.stream().mapToInt(AlignedNumbers::point).max().orElse(0);
    int behind =
        numbers.stream().mapToInt(number -> number.length() - point(number)).max().orElse(0);
    return numbers.stream()
        .map(
            number ->
                " ".repeat(before - point(number))
                    + number
                    + " ".repeat(behind - number.length() + point(number)))
        .toList();
  }

  private static int point(String number) {
    int at = number.indexOf('.');
    return at < 0 ? number.length() : at;
  }
}
