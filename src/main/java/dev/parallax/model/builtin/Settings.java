package dev.parallax.model.builtin;

import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Map;

/** Reads the settings of a built-in model. */
record Settings(Map<String, String> given) {

  /**
   * Checks the settings' names.
   *
   * @throws IllegalArgumentException if one is not known
   */
  static Settings of(Map<String, String> given, List<String> known) {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw Spelling.unknown("setting", name, known);
      }
    }
    return new Settings(given);
  }

  long whole(String name, long otherwise) {
    String text = given.get(name);
    try {
      return text == null ? otherwise : Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting '" + name + "' must be a whole number, not '" + text + "'", e);
    }
  }

  double number(String name, double otherwise) {
    String text = given.get(name);
    try {
      double value = text == null ? otherwise : Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for what is not finite.
    }
    throw new IllegalArgumentException(
        "setting '" + name + "' must be a finite number, not '" + text + "'");
  }
}
