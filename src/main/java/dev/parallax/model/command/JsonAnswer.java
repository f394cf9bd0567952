package dev.parallax.model.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** An answer in JSON: an object by the responses' names, an array in their order, or a number. */
final class JsonAnswer {
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
   * Reads an answer. Members of an object that are no responses are skipped; {@code null} is a NaN,
   * {@code true} and {@code false} are 1 and 0.
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
