package dev.parallax.model;

import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * A point at which a model is evaluated: a value, number or text, for each parameter. The object
 * may be the same one for the next point, so it is not to be kept.
 */
public interface Point {

  /** The index of the item. */
  long item();

  /** The parameters' names. */
  List<String> names();

  /** Why no model can be evaluated here, such as a missing value; empty if there is no reason. */
  default Optional<String> flaw() {
    return Optional.empty();
  }

  /** Whether a value is a text. */
  boolean isText(int place);

  /**
   * A value that is a number.
   *
   * @param place from 0, in the order of {@link #names}
   * @return the number; NaN where it is missing
   * @throws IllegalArgumentException if it is a text
   */
  double number(int place);

  /**
   * A value as text: a text as it is, empty where it is missing; a number with the digits that read
   * back to the same bits, whole numbers without a fraction.
   *
   * @param place from 0, in the order of {@link #names}
   */
  String text(int place);

  /**
   * The number of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  default double number(String name) {
    return number(place(name));
  }

  /**
   * The value of that name as text.
   *
   * @throws IllegalArgumentException if there is none
   */
  default String text(String name) {
    return text(place(name));
  }

  private int place(String name) {
    int place = names().indexOf(name);
    if (place < 0) {
      throw Spelling.unknown("parameter", name, names());
    }
    return place;
  }
}
