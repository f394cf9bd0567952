package dev.parallax.bootstrap.resampling;

import dev.parallax.spelling.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is random where measurement errors are known: Curran's three methods. */
public enum ErrorMode {
  /** Which rows are drawn; the values stay as measured. */
  RESAMPLE,
  /** The values, within their errors; the rows stay. */
  PERTURB,
  /** Both: rows are drawn, and then their values. */
  BOTH;

  /**
   * The mode of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ErrorMode parse(String name) {
    List<String> names = Arrays.stream(values()).map(ErrorMode::toString).toList();
    return Arrays.stream(values())
        .filter(mode -> mode.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> Spelling.unknown("error mode", name, names));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
