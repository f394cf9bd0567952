package dev.parallax.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enums whose constants users name: the text of a constant is its name in options and results. */
public final class Choices {
  private Choices() {}

  /** What a constant's text should be: its name in small letters, with hyphens. */
  public static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The texts of all constants, in their order. */
  public static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
  }

  /**
   * The constant of a name.
   *
   * @param kind what it is a name of, such as {@code design}
   * @throws IllegalArgumentException if there is none
   */
  public static <E extends Enum<E>> E find(String kind, Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> Spelling.unknown(kind, name, names(type)));
  }
}
