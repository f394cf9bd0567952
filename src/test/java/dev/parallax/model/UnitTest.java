package dev.parallax.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTest {
  private static final Unit X = Unit.ofColumn(0);
  private static final Unit Y = Unit.ofColumn(1);

  private static String of(Unit unit, String... columns) {
    return unit.of(List.of(columns));
  }

  @Test
  void ofTheColumns() {
    assertEquals("", of(Unit.NONE, "km/s"));
    assertEquals("km/s", of(Unit.OF_COLUMNS, "km/s"));
    assertEquals("km/s", of(Unit.OF_COLUMNS, "km/s", "km/s"));
    assertEquals("km/s", of(Unit.OF_COLUMNS, "", "km/s"));
    assertEquals("", of(Unit.OF_COLUMNS, "km/s", "Mpc"));
    assertEquals("", of(Unit.OF_COLUMNS, ""));
    assertEquals("Mpc", of(Y, "km/s", "Mpc"));
    assertEquals("", of(Y, "km/s"));
  }

  @Test
  void quotients() {
    Unit slope = Y.per(X);
    assertEquals("km/Mpc", of(slope, "Mpc", "km"));
    assertEquals("(km/s)/Mpc", of(slope, "Mpc", "km/s"));
    assertEquals("Mpc/(km/s)", of(slope, "km/s", "Mpc"));
    assertEquals("Mpc/(km s-1)", of(slope, "km s-1", "Mpc"));
    assertEquals("", of(slope, "km", "km"));
    assertEquals("", of(slope, "", "km"));
    assertEquals("1/s", of(X.power(-1), "s"));
    assertEquals("(km/s)/(Mpc kg)", of(X.per(Y).per(Unit.ofColumn(2)), "km/s", "Mpc", "kg"));
    assertEquals("((erg/s)/cm2)/Mpc", of(slope, "Mpc", "(erg/s)/cm2"));
    assertEquals("Mpc/(km/s)^2", of(Y.per(X.power(2)), "km/s", "Mpc"));
    assertEquals("(km/s)^2/Mpc", of(Y.power(2).per(X), "Mpc", "km/s"));
    assertEquals("km/s^2", of(X.per(Y.power(2)), "km", "s"));
  }

  @Test
  void powersAndProducts() {
    assertEquals("s^2", of(Unit.OF_COLUMNS.power(2), "s"));
    assertEquals("(km/s)^2", of(Unit.OF_COLUMNS.power(2), "km/s"));
    assertEquals("(m2)^3", of(X.power(3), "m2"));
    assertEquals("", of(X.power(0), "s"));
    assertEquals("km Mpc", of(X.times(Y), "km", "Mpc"));
    assertEquals("Mpc (km/s)", of(X.times(Y), "Mpc", "km/s"));
    assertEquals("mag^2", of(X.times(Y), "mag", "mag"));
  }

  /** What is divided by itself has no unit, whatever the column's is. */
  @Test
  void nothingIsLeft() {
    Unit ratio = Unit.OF_COLUMNS.per(Unit.OF_COLUMNS);
    assertEquals("", of(ratio, "km"));
    assertEquals("s", of(ratio.times(Y), "", "s"));
  }

  @Test
  void columnsAreCountedFromZero() {
    assertThrows(IllegalArgumentException.class, () -> Unit.ofColumn(-1));
  }
}
