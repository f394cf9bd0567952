package dev.parallax.model.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.model.NumberText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads responses from what a program wrote. */
final class Answers {
  private static final String BESIDE_DIGITS = "+-.eEdD";
  private static final int SHOWN = 60;

  /** Whole numbers of fewer digits are doubles. */
  private static final int LONG = 16;

  private final Protocol protocol;
  private final List<ResponseForm> forms;
  private final boolean numeric; // each a number
  private final boolean textual; // one of them a text

  /**
   * A reader of answers.
   *
   * @param protocol how the program writes them
   * @param forms what they are, in their order
   */
  Answers(Protocol protocol, List<ResponseForm> forms) {
    this.protocol = protocol;
    this.forms = List.copyOf(forms);
    this.numeric = forms.stream().allMatch(form -> form.type() == ColumnType.DOUBLE);
    this.textual = forms.stream().anyMatch(form -> form.type() == ColumnType.TEXT);
  }

  /** How the program writes its answers. */
  Protocol protocol() {
    return protocol;
  }

  /** Reads an answer of numbers alone. */
  void read(String answer, double[] numbers) throws ScriptException {
    read(answer, numbers, new String[numbers.length]);
  }

  /**
   * Reads an answer.
   *
   * @param numbers where numbers go, and 1 for true and 0 for false
   * @param texts where texts go
   * @throws ScriptException if it is none: it says what was written instead
   */
  void read(String answer, double[] numbers, String[] texts) throws ScriptException {
    if (answer.length() > Lines.LONGEST) {
      throw new ScriptException("answered with more than " + Lines.LONGEST + " bytes");
    }
    if (protocol == Protocol.JSON) {
      JsonAnswer.read(answer, forms, numbers, texts);
    } else if (textual) {
      cells(answer, numbers, texts);
    } else {
      values(answer, numbers);
    }
  }

  /** Values between blanks. */
  private void values(String answer, double[] numbers) throws ScriptException {
    int count = 0;
    int end = answer.length();
    for (int at = afterBlanks(answer, 0); at < end; count++) {
      int start = at;
      while (at < end && answer.charAt(at) > ' ') {
        at++;
      }
      if (count < numbers.length) {
        String word = answer.substring(start, at);
        numbers[count] = numeric ? number(word) : value(count, word);
      }
      at = afterBlanks(answer, at);
    }
    if (count == 0) {
      throw new ScriptException("answered an empty line");
    }
    check(count, numbers.length, answer);
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** Values between tabs, where there are texts, which may have blanks. */
  private void cells(String answer, double[] numbers, String[] texts) throws ScriptException {
    String[] cells = answer.replaceFirst("\\R$", "").split("\t", -1);
    if (cells.length != numbers.length) {
      throw new ScriptException(
          "answered "
              + (cells.length + (cells.length == 1 ? " value" : " values"))
              + (" between tabs instead of " + numbers.length + ": " + shown(answer)));
    }
    for (int i = 0; i < cells.length; i++) {
      if (form(i).type() == ColumnType.TEXT) {
        texts[i] = text(cells[i]);
      } else {
        numbers[i] = value(i, cells[i].strip());
      }
    }
  }

  /** What a column is of. */
  private ResponseForm form(int column) {
    int left = column;
    int place = 0;
    while (left >= forms.get(place).width()) {
      left -= forms.get(place).width();
      place++;
    }
    return forms.get(place);
  }

  private double value(int column, String word) throws ScriptException {
    return form(column).type() == ColumnType.BOOLEAN ? truth(word) : number(word);
  }

  /** A text that can be written again as it is. */
  static String text(String text) throws ScriptException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new ScriptException("answered " + shown(text) + ", which has half a character");
    }
    return text;
  }

  /** 1 for true, 0 for false, as programs of all languages write them. */
  static double truth(String word) throws ScriptException {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> 1;
      case "false", "0" -> 0;
      default -> throw new ScriptException("answered " + shown(word) + ", not true or false");
    };
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
      char c = word.charAt(i);
      if ((c < '0' || c > '9') && BESIDE_DIGITS.indexOf(c) < 0) {
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

  /**
   * An answer in JSON: an object by the responses' names, an array in their order, or a single
   * value. A vector is an array.
   */
  private static final class JsonAnswer {
    private static final JsonFactory FACTORY =
        JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final JsonParser json;
    private final String answer;
    private final List<ResponseForm> forms;
    private final double[] numbers;
    private final String[] texts;

    private JsonAnswer(
        JsonParser json,
        String answer,
        List<ResponseForm> forms,
        double[] numbers,
        String[] texts) {
      this.json = json;
      this.answer = answer;
      this.forms = forms;
      this.numbers = numbers;
      this.texts = texts;
    }

    /**
     * Reads an answer. Members of an object that are no responses are skipped. Of a number, {@code
     * null} is a NaN, {@code true} and {@code false} are 1 and 0; of a text, {@code null} is an
     * empty one.
     */
    static void read(String answer, List<ResponseForm> forms, double[] numbers, String[] texts)
        throws ScriptException {
      try (JsonParser json = FACTORY.createParser(answer)) {
        new JsonAnswer(json, answer, forms, numbers, texts).read();
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
        check(1, numbers.length, answer);
        value(0);
      }
      if (json.nextToken() != null) {
        throw wrong(answer, "there is more behind the value");
      }
    }

    private void object() throws IOException, ScriptException {
      BitSet found = new BitSet();
      List<String> names = forms.stream().map(ResponseForm::name).toList();
      List<String> others = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        int place = names.indexOf(name);
        json.nextToken();
        if (place >= 0) {
          value(place);
          found.set(place);
        } else {
          others.add(name);
          json.skipChildren();
        }
      }
      int missing = found.nextClearBit(0);
      if (missing < forms.size()) {
        String there = others.isEmpty() ? "" : "; there is " + String.join(", ", others);
        throw new ScriptException("the answer has no '" + names.get(missing) + "'" + there);
      }
    }

    /** The values of all responses; or of one vector, that of its numbers. */
    private void array() throws IOException, ScriptException {
      if (forms.size() == 1 && forms.get(0).length() > 0) {
        vector(0);
        return;
      }
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (count < forms.size()) {
          value(count);
        } else {
          json.skipChildren();
        }
        count++;
      }
      check(count, forms.size(), answer);
    }

    /** The value of a response, at whose first token the parser is. */
    private void value(int place) throws IOException, ScriptException {
      ResponseForm form = forms.get(place);
      int column = column(place);
      if (form.length() > 0) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
          throw wrong(answer, "'" + form.name() + "' is no array of " + form.length() + " numbers");
        }
        vector(place);
      } else if (form.type() == ColumnType.TEXT) {
        texts[column] = text(form.name());
      } else if (form.type() == ColumnType.BOOLEAN) {
        numbers[column] = truth(form.name());
      } else {
        numbers[column] = number(form.name());
      }
    }

    private int column(int place) {
      return IntStream.range(0, place).map(i -> forms.get(i).width()).sum();
    }

    private void vector(int place) throws IOException, ScriptException {
      ResponseForm form = forms.get(place);
      int column = column(place);
      int count = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (count < form.length()) {
          numbers[column + count] = number(form.name());
        } else {
          json.skipChildren();
        }
        count++;
      }
      if (count != form.length()) {
        throw new ScriptException(
            "'" + form.name() + "' has " + count + " numbers instead of " + form.length());
      }
    }

    private String text(String name) throws IOException, ScriptException {
      return switch (json.currentToken()) {
        case VALUE_STRING -> Answers.text(json.getText());
        case VALUE_NULL -> "";
        default -> throw wrong(answer, "'" + name + "' is no text");
      };
    }

    private double truth(String name) throws IOException, ScriptException {
      return switch (json.currentToken()) {
        case VALUE_TRUE -> 1;
        case VALUE_FALSE -> 0;
        default -> throw wrong(answer, "'" + name + "' is not true or false");
      };
    }

    private double number(String name) throws IOException, ScriptException {
      return switch (json.currentToken()) {
        case VALUE_NUMBER_INT -> whole(json.getText(), json.getDoubleValue());
        case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
        case VALUE_STRING -> Answers.number(json.getText().strip());
        case VALUE_NULL -> Double.NaN;
        case VALUE_TRUE -> 1;
        case VALUE_FALSE -> 0;
        default -> throw wrong(answer, "'" + name + "' is no number");
      };
    }

    private static ScriptException wrong(String answer, String reason) {
      return new ScriptException("answered " + shown(answer) + ", which is not right: " + reason);
    }
  }
}
