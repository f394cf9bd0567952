package dev.parallax.model.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of expressions that are none. */
class WrongExpressionTest {
  private static final Map<String, Object> POINT =
      Map.of("x", 1.0, "mu", 2.0, "sigma", 3.0, "colour", "red");

  private static String complaint(String... expressions) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> Evaluation.of(List.of(expressions), POINT, 0),
            () -> String.join(" and ", expressions))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x + 2*sgima | no variable 'sgima' at column 7; did you mean 'sigma'?",
        "y | no variable 'y' at column 1; there is colour, mu, sigma, x, e, inf, nan, pi",
        "(x + 2 | '(' at column 1 is not closed",
        "exp(x + 2 | '(' at column 4 is not closed",
        "(x + 2)) | ')' at column 8 closes nothing",
        "x + | a value is missing before the end",
        "x + * mu | a value is missing before '*' at column 5",
        "() | a value is missing before ')' at column 2",
        "2x | an operator is missing before 'x' at column 2",
        "(x mu) | an operator is missing before 'mu' at column 4",
        "2 (x) | an operator is missing before '(' at column 3",
        "x = 2*mu = 3 | x: '=' at column 10 does not compare: write ==",
        "x == 2 = 3 | '=' at column 8 does not compare: write ==",
        "1 < x < 3 | '<' at column 7 compares a comparison: write a < b && b < c",
        "x , mu | ',' at column 3 has no place there",
        "x ? 1 : 2 | a number at column 1 is used as a condition: compare it",
        "x && mu > 1 | a number at column 1 is used as a condition: compare it",
        "!x | a number at column 2 is used as a condition: compare it",
        "x > 1 ? 2 | '?' at column 7 has no ':'",
        "sine(x) | no function 'sine' at column 1; did you mean 'sin'?",
        "1 + atan2(x) | 'atan2' at column 5 takes 2 arguments, not 1",
        "sin() | 'sin' at column 1 takes 1 argument, not 0",
        "normal(1) | 'normal' at column 1 takes no or 2 arguments, not 1",
        "max(x) | 'max' at column 1 takes two or more arguments, not 1",
        "if(x > 1, 2) | 'if' at column 1 takes 3 arguments, not 2",
        "2*sin | function 'sin' at column 3 has no brackets",
        "2*colour | a text at column 3 is used as a number",
        "-colour | a text at column 2 is used as a number",
        "sin(colour) | a text at column 5 is used as a number",
        "min(x, 'red') | a text at column 8 is used as a number",
        "length(x > 1) | true or false at column 10 is used as a text",
        "colour ? 1 : 2 | a text at column 1 is used as a condition: compare it",
        "colour < 1 | '<' at column 8 compares a number and a text",
        "(x > 1) >= colour | '>=' at column 9 compares a number and a text",
        "colour == 1 | '==' at column 8 compares a number and a text",
        "x == 'red' | '==' at column 3 compares a number and a text",
        "x > 1 ? 'a' : 2 | the choice at column 7 is between a text and a number:"
            + " make both texts, or none",
        "if(x > 1, mu > 2, colour) | the choice at column 1 is between true or false and a text:"
            + " make both texts, or none",
        "colour == 'red | the quote at column 11 is not closed",
        "x @ 2 | '@' at column 3 has no meaning",
        "x & mu | '&' at column 3 has no meaning",
        "1e999 | '1e999' at column 1 is too large a number",
        "1.2.3 | an operator is missing before '.3' at column 4",
        "x = 3 | x: 'x' is the name of a parameter",
        "r = | r: it is empty",
        "r = x + y | r: no variable 'y' at column 9; there is colour, mu, sigma, x, e, inf, nan, pi",
      })
  void theComplaintSaysWhatAndAtWhichColumn(String expression, String expected) {
    String colon = expected.matches("[xr]: .*") ? " " : ": ";
    assertEquals("expression" + colon + expected, complaint(expression));
  }

  @Test
  void nothingIsNoExpression() {
    assertEquals("expression: it is empty", complaint(""));
    assertEquals("expression: it is empty", complaint("   \t"));
    assertEquals("expression: there is none", complaint());
  }

  @Test
  void severalHaveDifferentNames() {
    assertEquals(
        "expression: two give a response 'value'; write 'name = ...'", complaint("x", "mu"));
    assertEquals("expression: two give a response 'r'", complaint("r = x", "r = mu"));
    assertEquals(
        "expression a: no variable 'b' at column 5; there is colour, mu, sigma, x, e, inf, nan, pi",
        complaint("a = b", "b = 1"));
  }

  @Test
  void whatIsTooLongOrTooDeepIsSaidInOneLine() {
    String deep = "expression: it is nested more than 100 deep at column ";
    String many = "expression: it has more than 2000 numbers, names and signs: make it several";
    assertEquals(deep + 101, complaint("(".repeat(500) + "x" + ")".repeat(500)));
    assertEquals(deep + 101, complaint("-".repeat(500) + "x"));
    assertEquals(deep + 201, complaint("2^".repeat(500) + "x"));
    assertEquals(many, complaint("(".repeat(1_000_000)));
    assertEquals(many, complaint("x" + "+x".repeat(1000)));
    assertTrue(complaint("x".repeat(100_000)).length() < 200);
    assertTrue(complaint("'" + "x".repeat(100_000)).length() < 200);
  }

  /** Random texts of an expression's own signs: values or one bounded line, and nothing else. */
  @Test
  void randomTextsAreValuesOrOneBoundedLine() {
    String[] pieces = {
      "x",
      "mu",
      "sigma",
      "colour",
      "y",
      "sin",
      "atan2",
      "if",
      "max",
      "normal",
      "(",
      "(",
      ")",
      ")",
      ",",
      "+",
      "-",
      "*",
      "/",
      "^",
      "**",
      "<",
      "==",
      "=",
      "!",
      "?",
      ":",
      "&&",
      "or",
      "not",
      "'red'",
      "\"",
      "1",
      "2.5",
      "1e",
      ".",
      " ",
      "pi",
      "e",
      "\n",
      "\0",
      "µ",
      "\ud83d\ude00",
      "\\",
      "`",
      "$"
    };
    Random random = new Random(17);
    int right = 0;
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      right += isRight(text.toString()) ? 1 : 0;
    }
    assertTrue(right > 100, "only " + right + " were right");
  }

  private static boolean isRight(String text) {
    try {
      Expression.of(text).check(List.of("x", "mu", "sigma", "colour"), Set.of("colour"));
      return true;
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().length() < 500, () -> text + ": " + e.getMessage());
      assertTrue(e.getMessage().startsWith("expression"), e::getMessage);
      return false;
    }
  }
}
