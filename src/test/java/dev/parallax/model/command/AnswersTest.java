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
    new Answers(protocol, ResponseForm.of(List.of("a", "b"))).read(text, responses);
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
    new Answers(Protocol.JSON, ResponseForm.of(List.of("a"))).read("0.1", one);
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

  private static final List<ResponseForm> MIXED =
      ResponseForm.of(List.of("flux[3]", "comment:text", "ok:boolean", "error"));

  private static String mixed(Protocol protocol, String text) throws ScriptException {
    double[] numbers = new double[6];
    String[] texts = new String[6];
    new Answers(protocol, MIXED).read(text, numbers, texts);
    return numbers[0]
        + " "
        + numbers[1]
        + " "
        + numbers[2]
        + " <"
        + texts[3]
        + "> "
        + numbers[4]
        + " "
        + numbers[5];
  }

  @Test
  void vectorsTextsAndTruthValues() throws ScriptException {
    String all = "1.0 2.0 3.0 <a b> 1.0 0.5";
    assertEquals(all, mixed(Protocol.LINES, "1\t2\t3\ta b\ttrue\t0.5"));
    assertEquals(all, mixed(Protocol.LINES, "1\t2\t3\ta b\tTrue\t 0.5\r"));
    assertEquals(all, mixed(Protocol.ARGS, "1\t2\t3\ta b\t1\t.5\n"));
    assertEquals(
        all,
        mixed(
            Protocol.JSON,
            "{\"error\": 0.5, \"ok\": true, \"flux\": [1, 2, 3], \"comment\": \"a b\"}"));
    assertEquals(all, mixed(Protocol.JSON, "[[1, 2, 3], \"a b\", true, 0.5]"));
    assertEquals(
        "1.0 NaN 3.0 <> 0.0 NaN", mixed(Protocol.JSON, "[[1, null, 3], null, false, null]"));
    assertEquals("1.0 2.0 3.0 <> 0.0 NaN", mixed(Protocol.LINES, "1\t2\t3\t\tFALSE\tnan"));
    assertEquals(
        "1.0 2.0 3.0 < \u00e9\uD83D\uDE00> 0.0 1.0",
        mixed(Protocol.LINES, "1\t2\t3\t \u00e9\uD83D\uDE00\tFALSE\t1"));
  }

  @Test
  void oneVectorOrOneTextIsTheWholeAnswer() throws ScriptException {
    double[] three = new double[3];
    new Answers(Protocol.JSON, ResponseForm.of(List.of("a[3]"))).read("[1, 2, 3]", three);
    assertArrayEquals(new double[] {1, 2, 3}, three);
    new Answers(Protocol.LINES, ResponseForm.of(List.of("a[3]"))).read(" 4 5  6", three);
    assertArrayEquals(new double[] {4, 5, 6}, three);
    String[] text = {null};
    Answers one = new Answers(Protocol.LINES, ResponseForm.of(List.of("a:text")));
    one.read("all of it ", new double[1], text);
    assertEquals("all of it ", text[0]);
    one.read("", new double[1], text);
    assertEquals("", text[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[1,2],`a`,true,1] | 'flux' has 2 numbers instead of 3",
        "[[1,2,3,4],`a`,true,1] | 'flux' has 4 numbers instead of 3",
        "[7,`a`,true,1] | answered '[7,`a`,true,1]', which is not right: 'flux' is no array of 3"
            + " numbers",
        "[[1,2,[3]],`a`,true,1] | answered '[[1,2,[3]],`a`,true,1]', which is not right: 'flux' is"
            + " no number",
        "[[1,2,3],7,true,1] | answered '[[1,2,3],7,true,1]', which is not right: 'comment' is no"
            + " text",
        "[[1,2,3],`a`,1,1] | answered '[[1,2,3],`a`,1,1]', which is not right: 'ok' is not true or"
            + " false",
        "[[1,2,3],`\\ud800`,true,1] | answered '?', which has half a character",
        "[1,2,3,`a`,true,1] | answered '[1,2,3,`a`,true,1]', which is not right: 'flux' is no array"
            + " of 3 numbers",
      })
  void whatIsNoMixedAnswer(String text, String why) {
    Exception e =
        assertThrows(ScriptException.class, () -> mixed(Protocol.JSON, text.replace('`', '"')));
    assertEquals(why.replace('`', '"'), e.getMessage().replace('\uD800', '?'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1_2_3_a_true | answered 5 values between tabs instead of 6: '1_2_3_a_true'",
        "1_2_3_a_true_1_2 | answered 7 values between tabs instead of 6: '1_2_3_a_true_1_2'",
        "1_2_3_a_yes_1 | answered 'yes', not true or false",
        "1_2_x_a_true_1 | answered 'x', which is no number",
      })
  void whatIsNoMixedLine(String text, String why) {
    Exception e =
        assertThrows(ScriptException.class, () -> mixed(Protocol.LINES, text.replace('_', '\t')));
    assertEquals(why, e.getMessage().replace('\t', '_'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,a | --responses: 'a' is there twice",
        "a[2],a_1 | --responses: 'a_1' is there twice",
        "[3] | --responses: '[3]' is no name",
        ":text | --responses: ':text' is no name",
        "a[0] | --responses: a[0]: a vector has from 1 to 10000 numbers, as in flux[32]",
        "a[x] | --responses: a[x]: a vector has from 1 to 10000 numbers, as in flux[32]",
        "a[] | --responses: a[]: a vector has from 1 to 10000 numbers, as in flux[32]",
        "a[10001] | --responses: a[10001]: a vector has from 1 to 10000 numbers, as in flux[32]",
        "a[9999],b[9999] | --responses: 19998 numbers are too many for an item; 10000 at most",
        "a[2]:text | --responses: a[2]:text: a vector has numbers; name each text",
        "a:txt | no type of response 'txt'; did you mean 'text'?",
      })
  void whatAreNoResponses(String texts, String why) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> ResponseForm.of(List.of(texts.split(","))));
    assertEquals(why, e.getMessage());
  }
}
