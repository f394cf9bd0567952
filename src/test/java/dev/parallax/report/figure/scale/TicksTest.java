package dev.parallax.report.figure.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.report.figure.scale.Ticks.Room;
import dev.parallax.report.figure.scale.Ticks.Tick;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Round numbers on axes, nine at most, none touching another, and how they are written. */
class TicksTest {
  private static final double LETTER = 8;

  private static Room across(double low, double high, boolean log, double length) {
    return new Room(low, high, log, length, true, text -> LETTER * text.length());
  }

  private static String texts(List<Tick> ticks) {
    return ticks.stream()
        .map(Tick::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  @Test
  void roundNumbersWithAsManyDecimals() {
    assertEquals("0.0 0.5 1.0 1.5 2.0", texts(Ticks.round(across(-0.1, 2.1, false, 400))));
    assertEquals("\u22121 0 1", texts(Ticks.round(across(-1.2, 1.2, false, 100))));
    assertEquals("0 2 4 6 8 10", texts(Ticks.round(across(0, 10, false, 200))));
    assertEquals(
        "0 1\u00d710\u2077 2\u00d710\u2077", texts(Ticks.round(across(0, 2.1e7, false, 200))));
    assertEquals(
        "\u22122\u00d710\u207b\u2079 \u22121\u00d710\u207b\u2079 0",
        texts(Ticks.round(across(-2.1e-9, 1e-10, false, 250))));
    assertEquals("1000000.0 1000000.5", texts(Ticks.round(across(1e6, 1e6 + 0.7, false, 200))));
  }

  @Test
  void twoAtLeastWhereThereIsRoom() {
    assertEquals("0.4 0.8", texts(Ticks.round(across(0.02, 0.98, false, 100))));
    assertEquals(1, Ticks.round(across(0.02, 0.98, false, 30)).size());
  }

  @Test
  void powersOfTenAndDigitsBetween() {
    assertEquals("0.1 0.2 0.5 1", texts(Ticks.decades(across(0.09, 1.1, true, 200))));
    assertEquals("0.01 1 100", texts(Ticks.decades(across(0.0008, 1200, true, 250))));
    assertEquals(
        "10\u207b\u2076 10\u207b\u00b3 10\u2070 10\u00b3",
        texts(Ticks.decades(across(9e-7, 1100, true, 180))));
    assertEquals("2.2 2.4 2.6 2.8", texts(Ticks.decades(across(2.1, 2.9, true, 200))));
  }

  @Test
  void fewValuesAreWrittenThemselves() {
    List<Double> values = List.of(0.05, 0.1, 0.2, 0.5, 1.0);
    assertEquals("0.05 0.1 0.2 0.5 1", texts(Ticks.at(values, across(0.04, 1.2, true, 300))));
    assertEquals("", texts(Ticks.at(values, across(0.04, 1.2, false, 300))), "the first two touch");
  }

  /** Whatever the range and the length: nine at most, rising, on the axis, and none touching. */
  @Test
  void neverMoreThanNineAndNoneTouching() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      boolean log = i % 2 == 0;
      double low = (log ? 1 : random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 12));
      double high =
          log
              ? low * Math.pow(10, 8 * random.nextDouble() + 0.01)
              : low + Math.pow(10, random.nextInt(-3, 3)) * Math.abs(low) * random.nextDouble();
      Room room = across(low, high, log, 40 + random.nextInt(500));
      List<Tick> ticks = log ? Ticks.decades(room) : Ticks.round(room);
      List<Tick> written = ticks.stream().filter(tick -> !tick.text().isEmpty()).toList();
      String seen = low + " to " + high + ": " + texts(ticks);
      assertTrue(written.size() <= 9, seen);
      assertTrue(room.fits(written), seen);
      assertTrue(written.stream().allMatch(tick -> room.holds(tick.value())), seen);
      assertTrue(written.stream().noneMatch(tick -> tick.text().contains("-")), seen);
    }
  }

  @Test
  void labelsAsTheyArePrinted() {
    assertEquals("g [10\u207b\u2075 m/s\u00b2]", Typeset.label("g [1e-5 m/s2]"));
    assertEquals("rate [s\u207b\u00b9]", Typeset.label("rate [s**-1]"));
    assertEquals("x1 \u2212 x", Typeset.label("x1 - x"));
    assertEquals("log10(flux / Jy)", Typeset.label("log10(flux / Jy)"));
    assertEquals("b = \u22120.5, 95.4 % (\u22126.18)", Typeset.label("b = -0.5, 95.4 % (-6.18)"));
    assertEquals("is-prime of 2-3", Typeset.label("is-prime of 2-3"));
    assertEquals("mass [Msun]", Typeset.label("mass [Msun]"));
  }
}
