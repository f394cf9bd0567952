package dev.parallax.model.expression;

import dev.parallax.model.NumberText;
import java.math.BigDecimal;
import java.util.Optional;

/** Functions of texts, which compiled expressions call. */
public final class OfText {
  private OfText() {}

  /** How many characters a text has. */
  public static double length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The number that a text is, in decimal.
   *
   * @throws IllegalArgumentException if it is none, or a double does not have its digits
   */
  public static double number(String text) {
    try {
      double value = new BigDecimal(text.strip()).doubleValue();
      Optional<String> rounded = NumberText.rounded(text.strip(), value);
      if (rounded.isEmpty() && Double.isFinite(value)) {
        return value;
      }
      throw new IllegalArgumentException("'" + text + "' is " + rounded.orElse("too large"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number", e);
    }
  }
}
