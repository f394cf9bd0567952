package dev.parallax.workload.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  private static double[] all(String text) {
    Values values = ValuesText.parse(text);
    return LongStream.range(0, values.size()).mapToDouble(values::at).toArray();
  }

  /** The figures are numpy 1.24's: {@code ['%.9g' % v for v in np.linspace(-1, 1, 3000)]}. */
  @Test
  void linspaceIsNumpys() {
    Values mu = ValuesText.parse("linspace:-1:1:3000");
    assertEquals(3000, mu.size());
    assertEquals(-1.0, mu.at(0));
    assertEquals(-0.99933311, mu.at(1), 5e-9);
    assertEquals(-3.33444481e-4, mu.at(1499), 5e-13);
    assertEquals(1.0, mu.at(2999));
    Values sigma = ValuesText.parse("linspace:0.1:1:3000");
    assertEquals(0.1003001, sigma.at(1), 5e-10);
    assertEquals(0.54984995, sigma.at(1499), 5e-9);
    assertEquals(1.0, sigma.at(2999));
    // np.linspace(0, 1, 11)[3] and [7]: the step is rounded first.
    assertEquals(0.30000000000000004, ValuesText.parse("linspace:0:1:11").at(3));
    assertEquals(0.7000000000000001, ValuesText.parse("linspace:0:1:11").at(7));
    assertArrayEquals(new double[] {5}, all("linspace:5:9:1"));
    assertArrayEquals(new double[] {3, 2, 1}, all("linspace:3:1:3"));
    assertArrayEquals(new double[] {0, 4.9e-324}, all("linspace:0:4.9e-324:2"));
  }

  @Test
  void logspaceAndGeomspaceHitPowersOfTenExactly() {
    assertArrayEquals(new double[] {1e-3, 1e-2, 0.1, 1, 10}, all("logspace:-3:1:5"));
    assertArrayEquals(new double[] {1, 10, 100, 1000}, all("geomspace:1:1000:4"));
    assertArrayEquals(new double[] {-1000, -100, -10, -1}, all("geomspace:-1000:-1:4"));
    assertEquals(Math.sqrt(10), ValuesText.parse("logspace:0:1:3").at(1), 1e-15);
    assertArrayEquals(new double[] {2, 3}, all("geomspace:2:3:2"));
    assertArrayEquals(new double[] {7}, all("geomspace:7:9:1"));
  }

  @ParameterizedTest
  @CsvSource({
    "range:0:1:0.1, 10",
    "range:1:1.3:0.1, 3", // numpy's arange gives 4
    "range:0:0.3:0.1, 3",
    "range:0:10:3, 4",
    "range:10:0:-2.5, 4",
    "range:0:1e18:1, 1000000000000000000"
  })
  void rangeLeavesItsEndOutAndCountsInDecimals(String text, long size) {
    Values values = ValuesText.parse(text);
    assertEquals(size, values.size());
  }

  @Test
  void numbersWithCommas() {
    assertArrayEquals(new double[] {0.5, -1, 2e3}, all("0.5,-1, 2e3"));
    assertArrayEquals(new double[] {3}, all("3"));
    assertArrayEquals(new double[] {-0.0, 0, -0.0}, all("-0.0,0,-0"));
  }

  @Test
  void aListOfWhatIsNoNumberIsAListOfTexts() {
    Values values = ValuesText.parse("red, green,1d,\"1e3\"");
    assertEquals(List.of("red", "green", "1d", "1e3"), values.levels());
    assertArrayEquals(new double[] {0, 1, 2, 3}, all("red, green,1d,\"1e3\""));
    assertEquals(List.of(), ValuesText.parse("1,1e3").levels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "red,2|mixes numbers and texts, such as 'red'",
        "1,2O,3|mixes numbers and texts, such as '2O'",
        "'x',1|mixes numbers and texts, such as 'x'",
        "linspace(0,1,3)|is written linspace:0:1:3",
        "linspace:0:1:0|number of values must be 1 or more",
        "linspace:0:1:-3|number of values must be 1 or more",
        "linspace:0:1:2.5|whole number",
        "linspace:0:1:9223372036854775808|whole number up to 2^63-1",
        "linspace:a:1:3|'a' is not a finite number",
        "linspace:NaN:1:3|'NaN' is not a finite number",
        "linspace:0:Infinity:3|'Infinity' is not a finite number",
        "linspace:0:1e400:3|above the greatest double",
        "linspace:0:1|linspace:a:b:n",
        "linspace:-1e308:1e308:3|too far apart",
        "lnspace:0:1:3|did you mean 'linspace'",
        "geomspace:0:1:3|one sign",
        "geomspace:-1:1:3|one sign",
        "logspace:0:400:3|greatest double",
        "range:0:1:0|step 0",
        "range:0:1:-1|no values",
        "range:1:1:1|no values",
        "range:0:1e300:1e-300|2^63-1",
        "1,,2|a value is missing",
        "red,|a value is missing",
        "red,green,red|'red' is given more than once",
        "1,-Inf|'-Inf' is not a finite number",
        "linspace:0x10:1:3|not a finite number",
        "linspace:1d:1:3|not a finite number"
      })
  void whatIsWrongIsSaid(String text, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Parameter.parse("mu=" + text));
    assertTrue(e.getMessage().startsWith("parameter 'mu': "), e.getMessage());
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
