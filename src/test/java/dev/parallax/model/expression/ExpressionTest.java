package dev.parallax.model.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.random.RandomStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions mean. x = 3, y = -2, k = 0.5, colour = red. */
class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + 2*3 | 7",
        "(1 + 2)*3 | 9",
        "7 - 4 - 2 | 1",
        "24/4/2 | 3",
        "2*3 % 4 | 2",
        "-7 % 4 | -3",
        "2^3^2 | 512",
        "2**3 | 8",
        "-x^2 | -9",
        "(-x)^2 | 9",
        "2^-1 | 0.5",
        "2^-y^2 | 0.0625",
        "-2^-1 | -0.5",
        "x*-y | 6",
        "x - -y | 1",
        "+x - +y | 5",
        "--x | 3",
        ".5 + 1. + 1e2 + 1E-1 | 101.6",
        "x > y | 1",
        "(x > y)*2 + (x < y) | 2",
        "x > 2 && y > 2 or k == 0.5 | 1",
        "x > 2 and (y > 2 or k == 0.5) | 1",
        "!(x > 2) | 0",
        "not x > 2 | 0",
        "not x > 5 and y < 0 | 1",
        "x >= 3 | 1",
        "x <= 2 | 0",
        "x != 3 | 0",
        "colour < 'sad' | 1",
        "colour <= 'red' && colour >= 'red' | 1",
        "colour > 'red' | 0",
        "'Z' > colour | 0",
        "'9' > '10' | 1",
        "length(x > 2 ? colour : 'none') | 3",
        "x > 2 ? 10 : 20 | 10",
        "x > 5 ? 1 : x > 2 ? 2 : 3 | 2",
        "if(x > 5, 1, if(y > 0, 2, 3)) | 3",
        "if(x > 2, y < 0, y > 0) | 1",
        "min(x, y, k, 7) | -2",
        "max(x, y) | 3",
        "max(k, 7, x, 8, y) | 8",
        "round(2.5) + round(-3.5) | -2",
        "floor(-0.5) | -1",
        "ceil(0.2) | 1",
        "sign(y) | -1",
        "abs(y) | 2",
        "pow(y, 2) | 4",
        "hypot(x, 4) | 5",
        "colour == 'red' | 1",
        "colour != \"red\" | 0",
        "'red' == colour | 1",
        "colour == 'green' ? 1 : 2 | 2",
        "if(colour == 'red', x, y) | 3",
        "4.9E-324 > 0 | 1",
        "1.7976931348623157e308 < inf | 1",
        "nan == nan | 0",
      })
  void aValueIsWhatMathematicsSays(String expression, double expected) {
    assertEquals(expected, Evaluation.of(expression), 0);
  }

  @Test
  void barsAreOr() {
    assertEquals(1, Evaluation.of("x > 5 || y < 0 && k < 1"), 0);
    assertEquals(0, Evaluation.of("x > 5 || y > 0"), 0);
  }

  @Test
  void functionsAreThoseOfStrictMath() {
    assertEquals(StrictMath.sin(3), Evaluation.of("sin(x)"), 0);
    assertEquals(StrictMath.cos(3), Evaluation.of("cos(x)"), 0);
    assertEquals(StrictMath.tan(3), Evaluation.of("tan(x)"), 0);
    assertEquals(StrictMath.asin(0.5), Evaluation.of("asin(k)"), 0);
    assertEquals(StrictMath.acos(0.5), Evaluation.of("acos(k)"), 0);
    assertEquals(StrictMath.atan(3), Evaluation.of("atan(x)"), 0);
    assertEquals(StrictMath.atan2(-2, 3), Evaluation.of("atan2(y, x)"), 0);
    assertEquals(StrictMath.sinh(3), Evaluation.of("sinh(x)"), 0);
    assertEquals(StrictMath.cosh(3), Evaluation.of("cosh(x)"), 0);
    assertEquals(StrictMath.tanh(0.5), Evaluation.of("tanh(k)"), 0);
    assertEquals(StrictMath.exp(3), Evaluation.of("exp(x)"), 0);
    assertEquals(StrictMath.expm1(0.5), Evaluation.of("expm1(k)"), 0);
    assertEquals(StrictMath.log(3), Evaluation.of("log(x)"), 0);
    assertEquals(StrictMath.log10(3), Evaluation.of("log10(x)"), 0);
    assertEquals(StrictMath.log1p(3), Evaluation.of("log1p(x)"), 0);
    assertEquals(StrictMath.sqrt(3), Evaluation.of("sqrt(x)"), 0);
    assertEquals(StrictMath.cbrt(3), Evaluation.of("cbrt(x)"), 0);
    assertEquals(StrictMath.pow(3, -2), Evaluation.of("x^y"), 0);
    assertEquals(
        StrictMath.exp(-(3.0 * 3.0) / 2) * StrictMath.cos(0.5 * -2),
        Evaluation.of("exp(-x^2/2)*cos(k*y)"),
        0);
  }

  @Test
  void aSquareIsAProductAndOtherPowersArePow() {
    double third = 1 / 3.0;
    assertEquals(third * third, one("z^2", third), 0);
    assertEquals(third * third, one("z^2.0", third), 0);
    assertEquals(third * third, one("pow(z, 2)", third), 0);
    assertEquals(StrictMath.pow(third, 3), one("z^3", third), 0);
  }

  private static double one(String expression, double z) {
    return Evaluation.of(List.of(expression), Map.of("z", z), 0)[0];
  }

  @Test
  void laterOnesUseEarlierOnes() {
    double[] polar =
        Evaluation.of(
            List.of("r = hypot(x, y)", "phi = atan2(y, x)", "back = r*cos(phi)"),
            Map.of("x", 3.0, "y", 4.0),
            0);
    double phi = StrictMath.atan2(4, 3);
    assertArrayEquals(new double[] {5, phi, 5 * StrictMath.cos(phi)}, polar);
    assertEquals(
        List.of("r", "phi"), Expression.of("r = hypot(x,y)", "phi=atan2(y,x)").responses());
    assertEquals(List.of("value"), Expression.of("x == 2").responses());
  }

  @Test
  void aParameterHidesAConstantOfItsName() {
    assertEquals(Math.PI + Math.E, one("pi + e", 0), 0);
    assertEquals(0.2, Evaluation.of(List.of("e"), Map.of("e", 0.2), 0)[0], 0);
    assertEquals(1, Evaluation.of(List.of("µ_0"), Map.of("µ_0", 1.0), 0)[0], 0);
  }

  @Test
  void drawsComeFromTheItemsStreamFromLeftToRight() {
    RandomStream random = RandomStream.of(1, 12);
    double normal = random.nextGaussian();
    double uniform = random.nextDouble(2, 5);
    double scaled = random.nextGaussian(10, 3);
    double exponential = random.nextExponential();
    double last = random.nextDouble();
    double[] drawn =
        Evaluation.of(
            List.of(
                "a = normal()^2 - uniform(2, 5)", "b = normal(10, x)*exponential()", "c=uniform()"),
            Map.of("x", 3.0),
            12);
    assertArrayEquals(new double[] {normal * normal - uniform, scaled * exponential, last}, drawn);
  }

  @Test
  void whatIsNotChosenDrawsNothing() {
    double first = RandomStream.of(1, 5).nextDouble();
    double[] drawn =
        Evaluation.of(
            List.of("a = x > 5 ? uniform() : 0", "b = x > 5 && uniform() > 2", "c = uniform()"),
            Map.of("x", 3.0),
            5);
    assertArrayEquals(new double[] {0, 0, first}, drawn);
  }

  /** As long as an expression may be, and nested as deep, it is evaluated. */
  @Test
  void theLongestExpressionIsEvaluated() {
    assertEquals(3 * 1000, Evaluation.of("x" + "+x".repeat(999)), 0);
    assertEquals(3, Evaluation.of("(".repeat(98) + "x" + ")".repeat(98)), 0);
    assertEquals(660, Evaluation.of("(x>y)" + "+(x>y)".repeat(330) + "+329"), 0);
    assertEquals(StrictMath.sin(3), Evaluation.of("max(" + "sin(x),".repeat(398) + "-1)"), 0);
    assertEquals(
        1, Evaluation.of("x>1?".repeat(1) + "1:".repeat(1) + "(x>1)" + "*(x>1)".repeat(300)), 0);
  }
}
