package dev.parallax.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a duration such as {@code 500ms}, {@code 30s}, {@code 5m} or {@code 1.5h}. */
final class TimeText {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
  private static final Map<String, Integer> MILLIS =
      Map.of("ms", 1, "s", 1000, "m", 60_000, "h", 3_600_000);

  private TimeText() {}

  /**
   * The duration that a text says.
   *
   * @param option the option that it is the value of
   * @throws IllegalArgumentException if it is none, or less than a millisecond
   */
  static Duration parse(String option, String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          option + " is a time such as 500ms, 30s, 5m or 2h, not '" + text + "'");
    }
    BigDecimal unit = BigDecimal.valueOf(MILLIS.get(matcher.group(2)));
    Duration time = Duration.ofMillis(new BigDecimal(matcher.group(1)).multiply(unit).longValue());
    if (time.isZero()) {
      throw new IllegalArgumentException(option + " must be 1ms or more, not '" + text + "'");
    }
    return time;
  }
}
