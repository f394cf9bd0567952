package dev.parallax.workload.sweep.best;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.workload.sweep.best.Best.Direction;
import dev.parallax.workload.sweep.best.Best.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestTest {
  private static final List<Response> RESPONSES =
      List.of(
          new Response("chi2", ColumnType.DOUBLE),
          new Response("Log-L", ColumnType.DOUBLE),
          new Response("chi2_nu", ColumnType.DOUBLE),
          new Response("a:b", ColumnType.LONG),
          new Response("t", ColumnType.TEXT),
          new Response("yes", ColumnType.BOOLEAN),
          new Response("v1", ColumnType.DOUBLE, "", "", List.of(), "v"));

  @ParameterizedTest
  @CsvSource({
    "min:chi2,              chi2,    MIN, CHI_SQUARE,           true",
    "max:chi2,              chi2,    MAX, PLAIN,                false",
    "min:chi2:plain,        chi2,    MIN, PLAIN,                false",
    "max:Log-L,             Log-L,   MAX, LOG_LIKELIHOOD,       true",
    "min:Log-L,             Log-L,   MIN, PLAIN,                false",
    "min:Log-L:minus-log-likelihood, Log-L, MIN, MINUS_LOG_LIKELIHOOD, false",
    "min:chi2_nu,           chi2_nu, MIN, PLAIN,                false",
    "min:chi2_nu:chi-square, chi2_nu, MIN, CHI_SQUARE,          false",
    "min:a:b,               a:b,     MIN, PLAIN,                false",
    "min:a:b:chi-square,    a:b,     MIN, CHI_SQUARE,           false"
  })
  void whatIsAskedFor(
      String text, String response, Direction direction, Quantity quantity, boolean byName) {
    assertEquals(
        new Best(response, direction, quantity, byName), Best.parse(text, RESPONSES), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chi2 | 'chi2' is not of the form min:NAME or max:NAME, with or without :QUANTITY;"
            + " did you mean 'min:chi2'?",
        "mn:chi2 | no direction 'mn'; did you mean 'min'?",
        "min:chi3 | no response 'chi3'; did you mean 'chi2'?",
        "min:nothing | no response 'nothing'; there is chi2, Log-L, chi2_nu, a:b",
        "min:chi2:chi-sqare | no quantity 'chi-sqare'; did you mean 'chi-square'?",
        "max:chi2:chi-square | a chi-square is best where it is least: min:chi2:chi-square",
        "min:Log-L:log-likelihood"
            + " | a log-likelihood is best where it is greatest: max:Log-L:log-likelihood",
        "min:t | response 't' is a text; a number can be best",
        "min:yes | response 'yes' is true or false; a number can be best",
        "min:v | response 'v' is a vector; a single number can be best",
        "min:v1 | response 'v' is a vector; a single number can be best"
      })
  void whatIsWrongIsSaid(String text, String complaint) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Best.parse(text, RESPONSES));
    assertEquals("--best " + text + ": " + complaint, e.getMessage());
  }

  /** The names of one quantity are none of another, whatever stands between their letters. */
  @Test
  void namesOfChiSquares() {
    for (String name : List.of("chi2", "CHI2", "chi_sq", "chi-square", "chi_squared")) {
      List<Response> one = List.of(new Response(name, ColumnType.DOUBLE));
      assertEquals(Quantity.CHI_SQUARE, Best.parse("min:" + name, one).quantity(), name);
    }
    for (String name : List.of("chi", "chi2_reduced", "chi2/nu", "delta_chi2")) {
      List<Response> one = List.of(new Response(name, ColumnType.DOUBLE));
      assertEquals(Quantity.PLAIN, Best.parse("min:" + name, one).quantity(), name);
    }
  }
}
