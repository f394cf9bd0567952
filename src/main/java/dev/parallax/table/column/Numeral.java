package dev.parallax.table.column;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What a cell of a text file says: nothing, an integer, a decimal, an infinity, or words. */
public enum Numeral {
  MISSING,
  INTEGER,
  DECIMAL,
  INFINITE,
  WORDS;

  private static final Set<String> MISSING_MARKS =
      Set.of("", "--", "...", "nan", "na", "n/a", "null", "none", "-");
  private static final int LONGEST_MARK = 4;
  private static final int LONGEST_EXACT = 1000;
  private static final int ALWAYS_FITS_LONG = 18;
  private static final int FORTRAN_EXPONENT = 4; // a sign and three digits

  /** Classifies text without white space around it. Neither 1f, 0x10 nor 3C083.1 is a number. */
  public static Numeral of(String text) {
    int start = afterSign(text, 0);
    int point = afterDigits(text, start);
    int end = point < text.length() && text.charAt(point) == '.' ? point + 1 : point;
    int fraction = afterDigits(text, end);
    if (point - start + fraction - end > 0) {
      if (fraction == text.length()) {
        return end == point ? INTEGER : DECIMAL;
      }
      if (isExponent(text, fraction)) {
        return DECIMAL;
      }
    }
    String lower = text.length() > LONGEST_MARK + 5 ? "" : text.toLowerCase(Locale.ROOT);
    boolean mark = text.length() <= LONGEST_MARK && MISSING_MARKS.contains(lower);
    if (mark || isOverflow(text)) {
      return MISSING;
    }
    String unsigned = lower.isEmpty() ? "" : lower.substring(start);
    return unsigned.equals("inf") || unsigned.equals("infinity") ? INFINITE : WORDS;
  }

  /** Whether it is one, be it infinite. */
  public boolean isNumber() {
    return this != WORDS && this != MISSING;
  }

  /** The value, correctly rounded; NaN if missing. Words have none. */
  public double toDouble(String text) {
    return switch (this) {
      case MISSING -> Double.NaN;
      case INTEGER ->
          text.length() <= ALWAYS_FITS_LONG && text.charAt(0) != '-'
              ? Long.parseLong(text)
              : Double.parseDouble(text);
      case DECIMAL -> Double.parseDouble(javaExponent(text));
      case INFINITE -> text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case WORDS -> throw new NumberFormatException("'" + text + "' is not a number");
    };
  }

  /**
   * The value as an exact integer.
   *
   * @throws ArithmeticException if it is none in the range of a long
   */
  public long toLong(String text) {
    return switch (this) {
      case MISSING -> throw new ArithmeticException("is missing");
      case INTEGER, DECIMAL -> exact(text);
      case INFINITE, WORDS ->
          throw new ArithmeticException("'" + Excerpt.of(text) + "' is not an integer");
    };
  }

  private static long exact(String text) {
    if (text.length() > LONGEST_EXACT) {
      throw new ArithmeticException("'" + Excerpt.of(text) + "' is not an integer of 64 bits");
    }
    try {
      return new BigDecimal(javaExponent(text)).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new ArithmeticException("'" + Excerpt.of(text) + "' is not an integer of 64 bits");
    }
  }

  /** Fortran writes 1.5D+03 for 1.5e+03, and 1.5-103 for 1.5e-103. */
  private static String javaExponent(String text) {
    int sign = text.length() - FORTRAN_EXPONENT;
    if (sign > 0 && isSign(text, sign) && "0123456789.".indexOf(text.charAt(sign - 1)) >= 0) {
      return text.substring(0, sign) + 'e' + text.substring(sign);
    }
    return text.replace('d', 'e').replace('D', 'e');
  }

  private static boolean isExponent(String text, int at) {
    if (isSign(text, at)) {
      boolean three = text.length() == at + FORTRAN_EXPONENT && text.lastIndexOf('.', at) >= 0;
      return three && afterDigits(text, at + 1) == text.length();
    }
    if ("eEdD".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int digits = afterSign(text, at + 1);
    return digits < text.length() && afterDigits(text, digits) == text.length();
  }

  /** Fortran fills a field with asterisks when a number does not fit into it. */
  private static boolean isOverflow(String text) {
    return text.length() > 1 && text.chars().allMatch(c -> c == '*');
  }

  private static int afterSign(String text, int at) {
    return at < text.length() && isSign(text, at) ? at + 1 : at;
  }

  private static boolean isSign(String text, int at) {
    return text.charAt(at) == '-' || text.charAt(at) == '+';
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
