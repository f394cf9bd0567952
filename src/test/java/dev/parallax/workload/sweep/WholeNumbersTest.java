package dev.parallax.workload.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Response;
import dev.parallax.model.NumberText;
import dev.parallax.table.Table;
import dev.parallax.workload.sweep.design.PointTable;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.sweep.parameter.Variable;
import dev.parallax.workload.value.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers beyond 2^53 are exact or refused: not every one is a double. */
class WholeNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n=9007199254740993 | 9007199254740992",
        "n=-9007199254740993 | -9007199254740992",
        "n=1,2,1234567890123456789 | 1234567890123456768",
        "n=+36893488147419103233 | 36893488147419103232",
        "n=linspace:0:9007199254740993:3 | 9007199254740992",
        "n=range:9007199254740993:9007199254740999:2 | 9007199254740992",
        "n=geomspace:1:100000000000000000000001:3 | 100000000000000008388608",
        "n=integers:0:9007199254740993 | 9007199254740992",
        "n=uniform:-9007199254740995:0 | -9007199254740996",
        "n=choice:1,9007199254740993 | 9007199254740992",
      })
  void aValueThatWouldBeRoundedIsRefused(String text, String nearest) {
    boolean sampled = text.matches(".*(integers|uniform|choice).*");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              Object parsed = sampled ? Variable.parse(text) : Parameter.parse(text);
              assertEquals(null, parsed);
            });
    assertTrue(e.getMessage().startsWith("parameter 'n': '"), e.getMessage());
    assertTrue(
        e.getMessage()
            .endsWith(
                "' is beyond 2^53, and no double is that whole number; the nearest is " + nearest),
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740992",
        "-9007199254740992",
        "9007199254740994",
        "1152921504606846976",
        "36893488147419103232"
      })
  void oneThatIsADoubleIsTakenAsItIs(String text) {
    assertEquals(Double.parseDouble(text), Parameter.parse("n=" + text).values().at(0));
    assertEquals(Double.parseDouble(text), Parameter.fixed("n", text).values().at(0));
  }

  /** As written with a fraction or an exponent, a number is a measure, and rounded as all are. */
  @Test
  void aMeasureIsRounded() {
    assertEquals(1e23, Parameter.parse("n=1e23").values().at(0));
    assertEquals(0.1, Parameter.parse("n=0.1000000000000000000001").values().at(0));
    assertEquals(9007199254740992.0, Parameter.parse("n=9007199254740993.0").values().at(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range:9007199254740990:9007199254741000:1",
        "range:0:1e18:1",
        "range:1e17:2e17:15",
        "range:9007199254740994:0:-0.5",
        "linspace:9007199254740992:9007199254741002:11",
        "linspace:-9007199254741002:-9007199254740992:11"
      })
  void stepsThatAreLostAreRefused(String values) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Parameter.parse("n=" + values));
    assertTrue(e.getMessage().startsWith("parameter 'n': steps of "), e.getMessage());
    assertTrue(e.getMessage().contains(" are lost beyond 2^53: at "), e.getMessage());
  }

  @Test
  void stepsThatAreNotLostAreExact() {
    Values even = Parameter.parse("n=range:9007199254740992:9007199254741012:2").values();
    assertEquals(10, even.size());
    for (int i = 0; i < 10; i++) {
      assertEquals(9007199254740992L + 2 * i, (long) even.at(i));
    }
    Values spaced = Parameter.parse("n=linspace:9007199254740992:9007199254741012:11").values();
    for (int i = 0; i < 11; i++) {
      assertEquals(9007199254740992L + 2 * i, (long) spaced.at(i));
    }
    assertEquals(9, Parameter.parse("n=range:1e23:1e24:1e23").values().size());
    assertEquals(3, Parameter.parse("n=linspace:1e300:1e300:3").values().size());
  }

  @Test
  void theNumberOfAnObjectIsATextInATableOfPoints() {
    List<String> ids = List.of("3", "9007199254740993", "4611686018427387905", "");
    Table table = Table.of("t").with("id", ids).with("y", 1, 2, 3, 4);
    PointTable points = new PointTable(table, List.of("id", "y"), true);
    Response id = points.columns().get(0);
    assertEquals(List.of("3", "9007199254740993", "4611686018427387905"), id.levels());
    assertEquals(List.of(), points.columns().get(1).levels());
    assertEquals(
        List.of(
            "column 'id', row 2: '9007199254740993' is beyond 2^53, and no double is that whole"
                + " number; the nearest is 9007199254740992; the column is taken as texts"),
        points.notes());
    assertEquals(
        "t: column 'id', row 2: '9007199254740993' is beyond 2^53, and no double is that whole"
            + " number; the nearest is 9007199254740992",
        assertThrows(
                IllegalArgumentException.class, () -> new PointTable(table, List.of("id", "y")))
            .getMessage());
    Table longs = Table.of("t").with("id", new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
    assertEquals(1, new PointTable(longs, List.of("id"), true).notes().size());
    Table small = Table.of("t").with("id", new long[] {1L << 53, 1L << 62, Long.MIN_VALUE});
    assertEquals(List.of(), new PointTable(small, List.of("id"), true).notes());
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740992, 9007199254740992",
    "9007199254740994, 9007199254740994",
    "1.152921504606847E18, 1152921504606846976",
    "-9.223372036854774E18, -9223372036854773760",
    "9.223372036854775807E18, 9.223372036854776E18",
    "-0.0, -0.0",
    "0.5, 0.5"
  })
  void aScriptIsToldAllDigits(double value, String text) {
    assertEquals(text, NumberText.of(value));
    assertEquals(value, Double.parseDouble(NumberText.of(value)));
  }
}
