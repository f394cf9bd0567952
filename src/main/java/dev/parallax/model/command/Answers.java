package dev.parallax.model.command;

import com.fasterxml.jackson.core.io.NumberInput;
import dev.parallax.model.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads responses from what a program wrote.
 *
 * @param protocol how it writes them
 * @param names the responses' names, in their order
 */
record Answers(Protocol protocol, List<String> names) {
  private static final String NUMERAL = "0123456789+-.eEdD";
  private static final int SHOWN = 60;

  /** Whole numbers of fewer digits are doubles. */
  private static final int LONG = 16;

  /**
   * Reads an answer.
   *
   * @throws ScriptException if it is none: it says what was written instead
   */
  void read(String answer, double[] responses) throws ScriptException {
    if (answer.length() > Lines.LONGEST) {
      throw new ScriptException("answered with more than " + Lines.LONGEST + " bytes");
    }
    if (protocol == Protocol.JSON) {
      JsonAnswer.read(answer, names, responses);
    } else {
      values(answer, responses);
    }
  }

  private static void values(String answer, double[] responses) throws ScriptException {
    int count = 0;
    int end = answer.length();
    for (int at = afterBlanks(answer, 0); at < end; count++) {
      int start = at;
      while (at < end && answer.charAt(at) > ' ') {
        at++;
      }
      if (count < responses.length) {
        responses[count] = number(answer.substring(start, at));
      }
      at = afterBlanks(answer, at);
    }
    if (count == 0) {
      throw new ScriptException("answered an empty line");
    }
    check(count, responses.length, answer);
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  static void check(int count, int wanted, String answer) throws ScriptException {
    if (count != wanted) {
      String values = count + (count == 1 ? " value" : " values");
      throw new ScriptException(
          "answered " + values + " instead of " + wanted + ": " + shown(answer));
    }
  }

  /** A number as programs of all languages write it. */
  static double number(String word) throws ScriptException {
    if (isNumeral(word)) {
      try {
        return whole(word, NumberInput.parseDouble(word.replace('d', 'e').replace('D', 'e'), true));
      } catch (NumberFormatException e) {
        throw noNumber(word);
      }
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan", "na" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw noNumber(word);
    };
  }

  /** A whole number, unless it is rounded: a count or an identifier would be another. */
  static double whole(String word, double value) throws ScriptException {
    Optional<String> rounded =
        word.length() < LONG ? Optional.empty() : NumberText.rounded(word, value);
    if (rounded.isPresent()) {
      throw new ScriptException(
          "answered " + shown(word) + ", " + rounded.get() + "; as a measure, print it with e");
    }
    return value;
  }

  private static boolean isNumeral(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (NUMERAL.indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static ScriptException noNumber(String word) {
    return new ScriptException("answered " + shown(word) + ", which is no number");
  }

  /** The beginning of what was written. */
  static String shown(String text) {
    return text.length() <= SHOWN
        ? "'" + text.strip() + "'"
        : "'" + text.substring(0, SHOWN) + "...'";
  }
}
