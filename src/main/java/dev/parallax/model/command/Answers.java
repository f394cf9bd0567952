package dev.parallax.model.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.parallax.model.NumberText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
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

  /** An answer in JSON: an object by the responses' names, an array in their order, or a number. */
  private static final class JsonAnswer {
    private static final JsonFactory FACTORY =
        JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final JsonParser json;
    private final String answer;
    private final List<String> names;
    private final double[] responses;

    private JsonAnswer(JsonParser json, String answer, List<String> names, double[] responses) {
      this.json = json;
      this.answer = answer;
      this.names = names;
      this.responses = responses;
    }

    /**
     * Reads an answer. Members of an object that are no responses are skipped; {@code null} is a
     * NaN, {@code true} and {@code false} are 1 and 0.
     */
    static void read(String answer, List<String> names, double[] responses) throws ScriptException {
      try (JsonParser json = FACTORY.createParser(answer)) {
        new JsonAnswer(json, answer, names, responses).read();
      } catch (JsonProcessingException e) {
        throw wrong(answer, e.getOriginalMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void read() throws IOException, ScriptException {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT) {
        object();
      } else if (first == JsonToken.START_ARRAY) {
        array();
      } else if (first == null) {
        throw new ScriptException("answered an empty line");
      } else {
        Answers.check(1, responses.length, answer);
        responses[0] = number(names.get(0));
      }
      if (json.nextToken() != null) {
        throw wrong(answer, "there is more behind the value");
      }
    }

    private void object() throws IOException, ScriptException {
      BitSet found = new BitSet();
      List<String> others = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        int place = names.indexOf(name);
        json.nextToken();
        if (place >= 0) {
          responses[place] = number(name);
          found.set(place);
        } else {
          others.add(name);
          json.skipChildren();
        }
      }
      int missing = found.nextClearBit(0);
      if (missing < responses.length) {
        String there = others.isEmpty() ? "" : "; there is " + String.join(", ", others);
        throw new ScriptException("the answer has no '" + names.get(missing) + "'" + there);
      }
    }

    private void array() throws IOException, ScriptException {
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (count < responses.length) {
          responses[count] = number(names.get(count));
        } else {
          json.skipChildren();
        }
        count++;
      }
      Answers.check(count, responses.length, answer);
    }

    private double number(String name) throws IOException, ScriptException {
      return switch (json.currentToken()) {
        case VALUE_NUMBER_INT -> Answers.whole(json.getText(), json.getDoubleValue());
        case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
        case VALUE_STRING -> Answers.number(json.getText().strip());
        case VALUE_NULL -> Double.NaN;
        case VALUE_TRUE -> 1;
        case VALUE_FALSE -> 0;
        default -> throw wrong(answer, "'" + name + "' is no number");
      };
    }

    private static ScriptException wrong(String answer, String reason) {
      return new ScriptException(
          "answered " + Answers.shown(answer) + ", which is not right: " + reason);
    }
  }
}
