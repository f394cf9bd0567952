package dev.parallax.workload.sweep.parameter;

import java.io.Serializable;
import java.util.List;

/**
 * The values of one parameter, computed from their index: a range costs no memory. They are
 * numbers, or the places of texts in a list.
 */
public interface Values extends Serializable {

  /** How many there are, at least 1. */
  long size();

  /** Value {@code i} of {@link #size}. */
  double at(long i);

  /** The texts that the values stand for: value k for text k; none if they are numbers. */
  default List<String> levels() {
    return List.of();
  }

  /**
   * The place of a value, to nearly all its digits; -1 if it is none of them. Those that are no
   * list run one way.
   */
  default long indexOf(double value) {
    boolean falling = at(size() - 1) < at(0);
    long from = 0;
    long to = size() - 1;
    while (from < to) {
      long middle = from + (to - from) / 2;
      boolean before = falling ? at(middle) > value : at(middle) < value;
      from = before ? middle + 1 : from;
      to = before ? to : middle;
    }
    return isNearly(at(from), value)
        ? from
        : from > 0 && isNearly(at(from - 1), value) ? from - 1 : -1;
  }

  /** Whether two values differ by no more than roundings. */
  static boolean isNearly(double a, double b) {
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  }

  /**
   * Values in text form.
   *
   * @param text {@code linspace:a:b:n}, {@code logspace:a:b:n}, {@code geomspace:a:b:n}, {@code
   *     range:a:b:step}, or numbers or texts with commas
   * @throws IllegalArgumentException if it is none of these, in one line that says why
   */
  static Values parse(String text) {
    return ValuesText.parse(text);
  }

  /**
   * {@code n} values from {@code a} to {@code b} inclusive, evenly spaced: {@code a + i (b - a) /
   * (n - 1)}, the last exactly {@code b}, with the roundings of numpy's function of this name.
   */
  static Values linspace(double a, double b, long n) {
    return new Spaced.Linear(a, b, n);
  }

  /**
   * {@code n} powers of ten with evenly spaced exponents from {@code a} to {@code b} inclusive, as
   * numpy's function of this name.
   */
  static Values logspace(double a, double b, long n) {
    return new Spaced.Powers(new Spaced.Linear(a, b, n));
  }

  /**
   * {@code n} values from {@code a} to {@code b} inclusive in geometric progression; the ends are
   * exact, and have the same sign.
   */
  static Values geomspace(double a, double b, long n) {
    return new Spaced.Geometric(a, b, n);
  }

  /** The given values. */
  static Values of(double... values) {
    return new Listed(values.clone());
  }

  /**
   * The given texts.
   *
   * @throws IllegalArgumentException if there are none, or two are alike
   */
  static Values of(List<String> texts) {
    return new Texts(texts);
  }
}
