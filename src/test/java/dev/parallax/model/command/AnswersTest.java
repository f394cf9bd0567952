package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static double[] read(Protocol protocol, String text) throws ScriptException {
    double[] responses = new double[2];
    new Answers(protocol, List.of("a", "b")).read(text, responses);
    return responses;
  }

  @Test
  void numbersOfAllLanguages() throws ScriptException {
    double[] values = {0, 0};
    String[] texts = {
      "1 -2.5e-3", "\t+1.  .5 \r", "nan inf", "NaN -Infinity", "NA Inf", "1.5D+03 -0"
    };
    double[][] expected = {
      {1, -2.5e-3}, {1, .5}, {Double.NaN, INF}, {Double.NaN, -INF}, {Double.NaN, INF}, {1500, -0.0}
    };
    for (int i = 0; i < texts.length; i++) {
      values = read(Protocol.LINES, texts[i]);
      assertArrayEquals(expected[i], values, texts[i]);
    }
    assertEquals(1 / -INF, values[1]);
  }

  @Test
  void jsonOfEveryForm() throws ScriptException {
    assertArrayEquals(
        new double[] {1, 2}, read(Protocol.JSON, "{\"b\":2,\"c\":{\"a\":9},\"a\":1}"));
    assertArrayEquals(new double[] {1, 0}, read(Protocol.JSON, " [true, false] "));
    assertArrayEquals(new double[] {Double.NaN, -INF}, read(Protocol.JSON, "[NaN, -Infinity]"));
    assertArrayEquals(new double[] {Double.NaN, INF}, read(Protocol.JSON, "[null, \"inf\"]"));
    double[] one = {0};
    new Answers(Protocol.JSON, List.of("a")).read("0.1", one);
    assertEquals(0.1, one[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LINES | 1 | answered 1 value instead of 2: '1'",
        "LINES | 1 2 3 | answered 3 values instead of 2: '1 2 3'",
        "LINES | 1 0x10 | answered '0x10', which is no number",
        "LINES | 1 2f | answered '2f', which is no number",
        "LINES | 1,5 2 | answered '1,5', which is no number",
        "LINES | 1 True | answered 'True', which is no number",
        "LINES | 1 - | answered '-', which is no number",
        "JSON | [1] | answered 1 value instead of 2: '[1]'",
        "JSON | 7 | answered 1 value instead of 2: '7'",
        "JSON | {\"a\":1,\"c\":2} | the answer has no 'b'; there is c",
        "JSON | {\"a\":1,\"b\":[2]} | answered '{\"a\":1,\"b\":[2]}', which is not right: 'b' is no number",
        "JSON | [1,2] 3 | answered '[1,2] 3', which is not right: there is more behind the value",
        "JSON | [1,\"x\"] | answered 'x', which is no number",
      })
  void whatIsNoAnswer(Protocol protocol, String text, String why) {
    Exception e = assertThrows(ScriptException.class, () -> read(protocol, text));
    assertEquals(why, e.getMessage());
  }

  @Test
  void nothingIsNoAnswerEither() {
    for (Protocol protocol : List.of(Protocol.LINES, Protocol.JSON)) {
      Exception e = assertThrows(ScriptException.class, () -> read(protocol, " "));
      assertEquals("answered an empty line", e.getMessage());
    }
    String broken = "{\"a\": 1, ";
    assertThrows(ScriptException.class, () -> read(Protocol.JSON, broken));
  }
}
