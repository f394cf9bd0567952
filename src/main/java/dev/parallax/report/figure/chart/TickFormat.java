package dev.parallax.report.figure.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

/** Writes the numbers along an axis, zero always as 0. */
final class TickFormat extends DecimalFormat {
  private static final long serialVersionUID = 1;

  /** A format without or with powers of ten. */
  TickFormat(boolean plain) {
    super(plain ? "0.######" : "0.######E0", symbols());
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setExponentSeparator("e");
    return symbols;
  }

  @Override
  public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
    return number == 0 ? text.append('0') : super.format(number, text, position);
  }
}
