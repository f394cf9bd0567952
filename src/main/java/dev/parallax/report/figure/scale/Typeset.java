package dev.parallax.report.figure.scale;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Labels as they are printed: minus signs that are no hyphens, exponents above the line. */
public final class Typeset {
  private static final Pattern MINUS =
      Pattern.compile("(?<![\\w.)\\]\u2212-])-(?=\\.?\\d)|(?<= )-(?= )");
  private static final Pattern UNIT = Pattern.compile("\\[[^\\[\\]]*\\]$");
  private static final Pattern FACTOR =
      Pattern.compile("(?<![\\w.])1[eE]([+-]?\\d{1,3})(?![\\w.])");
  private static final Pattern EXPONENT =
      Pattern.compile("(?<=[A-Za-z])(?:\\*\\*|\\^)?([+-]?[1-9])(?![\\w.])");

  private Typeset() {}

  /** A label, whose unit is at its end, in brackets. */
  public static String label(String text) {
    return UNIT.matcher(minus(text)).replaceFirst(unit -> unit(unit.group()));
  }

  /** A text whose minus signs are written as such: between spaces, or before a number. */
  public static String minus(String text) {
    return MINUS.matcher(text).replaceAll("\u2212");
  }

  private static String unit(String unit) {
    String factor = FACTOR.matcher(unit.replace('\u2212', '-')).replaceAll(f -> "10" + raised(f));
    return EXPONENT.matcher(factor).replaceAll(Typeset::raised);
  }

  private static String raised(MatchResult exponent) {
    return NumberTexts.raised(Integer.parseInt(exponent.group(1)));
  }
}
